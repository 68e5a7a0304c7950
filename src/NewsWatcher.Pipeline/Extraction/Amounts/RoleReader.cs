namespace NewsWatcher.Extraction.Amounts;

/// <summary>Says by the words of its sentence what an amount is: each sentence is searched once.</summary>
internal ref struct RoleReader(AmountText text, Sentences sentences)
{
    private readonly AmountText _text = text;
    private readonly RoleCues _cues = new();
    private int _sentenceEnd;

    public readonly int Steps => _cues.Steps;

    public AmountRole Of(AmountReading amount)
    {
        if (amount.Start >= _sentenceEnd)
        {
            var (start, end) = sentences.Around(amount.Start);
            _sentenceEnd = Math.Max(end, amount.Start + 1);
            _cues.Find(_text.Folded, start, end, _text.Language);
        }

        return amount.Per == "share" ? AmountRole.PerShare : _cues.Nearest(_text.Folded, amount.Start, amount.End, _text.Language.IsDense).Role;
    }
}
