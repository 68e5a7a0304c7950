using System.Collections.Frozen;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>A configured phrase and where it counts as its name.</summary>
/// <param name="IsAcronym">A name in capitals only: "US" is not "us".</param>
/// <param name="IsCountry">A country's name begins many others.</param>
internal sealed record NameTerm(NameUse Use, bool IsAcronym, bool IsCountry)
{
    // What may follow a country's name in a script without spaces; otherwise it is the beginning of another name (日本製鉄).
    private static readonly PhraseTrie Followers = Compile("country-followers.txt");

    public bool Fits(ScannedPassage passage, PhraseHit phrase, int start, int end)
    {
        var text = passage.Text;
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (IsAcronym && text.AsSpan(start, end - start).IndexOfAnyInRange('a', 'z') >= 0)
        {
            return false;
        }

        // A katakana or Hangul name is whole only between other letters.
        if (Use is not NameUse.Keyword && ((IsKatakana(text[start]) && IsKatakana(before)) || (IsKatakana(text[end - 1]) && after != '・' && IsKatakana(after)) || (IsHangul(text[start]) && IsHangul(before))))
        {
            return false;
        }

        if (Use is NameUse.Party { Metonym: true })
        {
            return ActsHere(text, start, end);
        }

        return !IsCountry || !IsDense(text[start]) || !IsDense(after) || Followers.Begins(passage.Folded.Folded, phrase.End);
    }

    // "Tokyo wants", "Ottawa's offer"; not "in Tokyo", nor a dateline.
    private static bool ActsHere(string text, int start, int end)
    {
        if (text[start] >= '\u2E80' || text.AsSpan(start, end - start).IndexOfAnyInRange('a', 'z') < 0)
        {
            return false;
        }

        var head = text.AsSpan(0, start).TrimEnd();
        var space = head.LastIndexOfAny(' ', '\n');
        var word = head[(space + 1)..];
        var ahead = text.AsSpan(end).TrimStart();
        return !Prepositions.Contains(word) && !(ahead.Length > 0 && ahead[0] is '—' or '–') && !(ahead.Length > 1 && ahead[0] is ',' or '-' && char.IsUpper(ahead[1]));
    }

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or '\u30FC' or '\u30FB';

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions = LanguageFiles.Lines("all", "place-words.txt")
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsDense(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u30A1' and <= '\u30FA';

    private static PhraseTrie Compile(string file)
    {
        var trie = new PhraseTrie();
        foreach (var line in LanguageFiles.Lines(file))
        {
            trie.Add(FoldedPassage.Fold(line), 0);
        }

        return trie;
    }
}
