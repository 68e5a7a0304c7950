using System.Buffers;
using System.Collections.Frozen;
using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction;

/// <summary>Sentence boundaries of a text: computed once, then asked by position.</summary>
public sealed class Sentences
{
    // Whatever is longer is no sentence, and nothing may cost more than its length.
    private const int MaxLength = 1500;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\n。！？｡.!?");

    private const string Closing = "\"'\u201D\u2019\u00BB)]}\uFF09\u300D\u300F\u3011\u3009\u300B";
    private const string Opening = "\"'\u201C\u2018\u00AB([{\uFF08\u300C\u300E\u3010\u3008\u300A";

    private static readonly FrozenSet<string> Abbreviations = LanguageFiles.Lines("abbreviations.txt")
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private readonly List<int> _starts = [0];

    // Many facts of one sentence share its text.
    private string?[] _texts = [];

    public Sentences(string text)
    {
        _text = text;
        for (var i = NextMark(0); i < text.Length; i = NextMark(i + 1))
        {
            Steps.Count();
            if (text[i] == '\n' && _starts[^1] == i && i > 0 && i + 1 < text.Length)
            {
                _starts[^1] = i + 1;
            }
            else if (End(i) is > 0 and var end && end < text.Length && end > _starts[^1])
            {
                _starts.Add(end);
            }
            else if (i - _starts[^1] >= MaxLength && !char.IsLowSurrogate(text[i]) && (char.IsWhiteSpace(text[i]) || i - _starts[^1] >= 2 * MaxLength))
            {
                _starts.Add(i);
            }
        }
    }

    /// <summary>Where a sentence may end next: at a mark, and anywhere once it has grown too long.</summary>
    private int NextMark(int from)
    {
        var limit = Math.Min(_text.Length, _starts[^1] + MaxLength);
        if (from >= limit)
        {
            return from;
        }

        var mark = _text.AsSpan(from, limit - from).IndexOfAny(Marks);
        return mark < 0 ? limit : from + mark;
    }

    public int Count => _starts.Count;

    public int StartOf(int sentence) => _starts[sentence];

    /// <summary>The number of the sentence that holds <paramref name="position"/>.</summary>
    public int IndexAt(int position)
    {
        var found = _starts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The half-open bounds of the sentence that holds <paramref name="position"/>, white space trimmed.</summary>
    public (int Start, int End) Around(int position) => Bounds(IndexAt(position));

    /// <summary>The half-open bounds of a sentence by its number, white space trimmed.</summary>
    public (int Start, int End) Bounds(int sentence)
    {
        var start = _starts[sentence];
        var end = sentence + 1 < _starts.Count ? _starts[sentence + 1] : _text.Length;
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
        var sentence = IndexAt(position);
        if (_texts.Length == 0)
        {
            _texts = new string?[_starts.Count];
        }

        if (_texts[sentence] is not { } known)
        {
            var (start, end) = Bounds(sentence);
            _texts[sentence] = known = _text[start..end];
        }

        return known;
    }

    /// <summary>Where the sentence ends whose last mark stands at <paramref name="i"/>; 0 when none ends there.</summary>
    private int End(int i)
    {
        switch (_text[i])
        {
            case '\n':
                return i + 1;
            case '。' or '！' or '？' or '｡':
                // 「…。」と述べた goes on: a quotation within a sentence is no sentence.
                return i + 1 < _text.Length && Closing.Contains(_text[i + 1], StringComparison.Ordinal) ? QuoteEnd(i) : i + 1;
            case '.' or '!' or '?':
                var end = AfterClosing(i + 1);
                var ends = end >= _text.Length || (char.IsWhiteSpace(_text[end]) && !(_text[i] == '.' && GoesOn(i, end)));
                return ends ? end : 0;
            default:
                return 0;
        }
    }

    private int QuoteEnd(int i)
    {
        var end = AfterClosing(i + 1);
        return end >= _text.Length || _text[end] == '\n' || Opening.Contains(_text[end], StringComparison.Ordinal) ? end : 0;
    }

    private int AfterClosing(int at)
    {
        while (at < _text.Length && Closing.Contains(_text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the stop at <paramref name="stop"/> belongs to a word: "Inc.", "a.m.", "J. Smith".</summary>
    private bool GoesOn(int stop, int end)
    {
        var next = end;
        while (next < _text.Length && (_text[next] == ' ' || _text[next] == '\u00A0' || Opening.Contains(_text[next], StringComparison.Ordinal)))
        {
            next++;
        }

        if (next >= _text.Length || _text[next] == '\n')
        {
            return false;
        }

        var start = stop;
        while (start > 0 && (char.IsLetterOrDigit(_text[start - 1]) || (_text[start - 1] == '.' && stop - start < 12)))
        {
            start--;
        }

        var word = _text.AsSpan(start, stop - start);
        if (char.IsLower(_text[next]))
        {
            return word.Length > 0 && (Known.Contains(word) || word.Contains('.') || stop - start == 1);
        }

        // "in the U.S. The plant" ends, "the U.S. Treasury" and "No. 5" do not; a company's form ends unless its sentence plainly goes on.
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        return isInitial || (Known.Contains(word) && !IsFreshStart(next));
    }

    private bool IsFreshStart(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        return Starters.Contains(_text.AsSpan(at, end - at));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = LanguageFiles.Lines("starters.txt")
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
