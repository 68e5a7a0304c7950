using System.Text;

namespace NewsWatcher.Html;

/// <summary>Guesses the encoding of bytes that claim none and are no UTF-8, by which letters they would be.</summary>
internal static class CharsetGuess
{
    private const int SampleBytes = 64 * 1024;
    private const int ShiftJis = 932;
    private const int EucJp = 51932;
    private const int Gb18030 = 54936;
    private const int Korean = 949;
    private const int Big5 = 950;
    private const int Cyrillic = 1251;
    private const int Koi8 = 20866;
    private const int Hebrew = 1255;
    private const int Thai = 874;
    private const int Western = 1252;

    public static Encoding Of(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, SampleBytes)];
        var best = Western;
        var bestScore = 0.5;
        foreach (var page in Runs(sample) ? new[] { ShiftJis, EucJp, Korean, Gb18030, Big5, Thai, Hebrew, Cyrillic, Koi8 } : [ShiftJis])
        {
            var score = Score(sample, page);
            (best, bestScore) = score > bestScore ? (page, score) : (best, bestScore);
        }

        return Encoding.GetEncoding(best);
    }

    // In scripts other than Latin, bytes above 7F stand side by side; the katakana of Shift_JIS are the exception.
    private static bool Runs(ReadOnlySpan<byte> sample)
    {
        var (high, beside) = (0, 0);
        for (var i = 1; i < sample.Length; i++)
        {
            high += sample[i] >= 0x80 ? 1 : 0;
            beside += sample[i] >= 0x80 && sample[i - 1] >= 0x80 ? 1 : 0;
        }

        return beside * 2 > high;
    }

    /// <summary>0 … 1.2: the share of letters that are everyday ones in the language that uses this encoding.</summary>
    private static double Score(ReadOnlySpan<byte> sample, int page)
    {
        var text = Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(sample);
        var (high, plausible, telling, broken) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                high++;
                broken += text[i] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\uFF61' and <= '\uFF9F') ? 1 : 0;
                plausible += IsPlausible(text, i, page) ? 1 : 0;
                telling += IsTelling(text[i], page) ? 1 : 0;
            }
        }

        // A cut at the end of the sample may break one character.
        return high == 0 || broken > 1 + high / 50 ? 0 : (plausible + 0.2 * telling) / high;
    }

    private static bool IsPlausible(string text, int i, int page) => page switch
    {
        Cyrillic or Koi8 => text[i] is (>= 'а' and <= 'я') or 'ё' || (text[i] is >= 'А' and <= 'Я' && i + 1 < text.Length && text[i + 1] is not (>= 'А' and <= 'Я')),
        Hebrew => text[i] is >= 'א' and <= 'ת',
        Thai => text[i] is >= 'ก' and <= '๎',
        Korean => text[i] is >= '\uAC00' and <= '\uD7A3' or (>= '\u3000' and <= '\u303F'),
        ShiftJis or EucJp => text[i] is (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E'),
        _ => text[i] is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E'),
    };

    private static bool IsTelling(char c, int page) => page switch
    {
        Hebrew => true,
        Cyrillic or Koi8 => c is 'о' or 'е' or 'а' or 'и' or 'н' or 'т',
        Thai => c is 'า' or 'น' or 'ร' or 'อ' or 'ก' or '่',
        ShiftJis or EucJp => c is >= '\u3041' and <= '\u30FE',
        Korean or Gb18030 or Big5 => Everyday.Contains(c, StringComparison.Ordinal),
        _ => false,
    };

    private const string Everyday = "的一是在不了有人我中大为為这這国國和上来來时時们們到地说說年会會日月新公司市报報经經이다는을의에가하고한로지사기도과은";
}
