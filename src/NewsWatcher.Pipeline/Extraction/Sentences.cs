namespace NewsWatcher.Extraction;

/// <summary>Sentence boundaries of a text: computed once, then asked by position.</summary>
public sealed class Sentences
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public Sentences(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEnd(i))
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The half-open bounds of the sentence that holds <paramref name="position"/>, white space trimmed.</summary>
    public (int Start, int End) Around(int position)
    {
        var found = _starts.BinarySearch(position);
        var index = found >= 0 ? found : ~found - 1;
        var start = _starts[index];
        var end = index + 1 < _starts.Count ? _starts[index + 1] : _text.Length;
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>The sentence around a span, as text.</summary>
    public string TextAround(int position)
    {
        var (start, end) = Around(position);
        return _text[start..end];
    }

    private bool IsEnd(int i) => _text[i] switch
    {
        '\n' or '。' or '！' or '？' => true,
        '.' or '!' or '?' => i + 1 < _text.Length && char.IsWhiteSpace(_text[i + 1]),
        _ => false,
    };
}
