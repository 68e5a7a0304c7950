using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>Countries that act as governments and that nobody configured: "Canada and Norway signed", カナダ政府.</summary>
internal static class Governments
{
    private static readonly PhraseTrie Trie = Compile();
    private static readonly string[] Words = ["政府", "정부", " 정부", " government", "'s government", "’s government"];
    private static readonly string[] Owned = [.. LanguageFiles.Lines("all", "state-owned.txt")];
    private static readonly string[] Joints = [" and ", "和", "与", "と", "와 ", "과 ", "、", ", "];

    public static List<OrganisationHit> Find(ScannedPassage passage)
    {
        var phrases = new List<PhraseHit>();
        Trie.Find(passage.Folded.Folded, phrases);

        // From the end, since a name is told by the one behind it.
        var found = new List<OrganisationHit>();
        var dense = passage.Passage.IsDense;
        for (var i = phrases.Count - 1; i >= 0; i--)
        {
            var (start, end) = (passage.Folded.Start(phrases[i].Start), passage.Folded.End(phrases[i].End));
            var after = passage.Text.AsSpan(end);
            var isNamed = StartsWithAny(after, Words);
            var isJoined = found.Count > 0 && StartsWithAny(after, Joints) && found[^1].Start - end is > 0 and <= 5;
            if (char.IsLower(passage.Text[start]) || IsOwner(after) || (found.Count > 0 && found[^1].Start <= end && found[^1].End >= end))
            {
                continue;
            }

            if (isNamed || isJoined || (!dense && Opens(passage, start)))
            {
                found.Add(new(start, end, passage.Passage.Sentences.IndexAt(start), [], PartyRole.Government, IsPlain: false));
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>"Poland's state-owned Baltic Gas", 폴란드 국영: the country tells whose company it is.</summary>
    public static bool IsOwner(ReadOnlySpan<char> afterName)
    {
        var rest = afterName is ['\'' or '’', 's', ..] ? afterName[2..] : afterName is ['の' or '의', ..] ? afterName[1..] : afterName;
        return StartsWithAny(rest.TrimStart(' '), Owned);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // In English a country is the subject where its sentence begins with it, or after "and" behind such a one.
    private static bool Opens(ScannedPassage passage, int start)
    {
        var opening = passage.Passage.Sentences.Around(start).Start;
        var before = passage.Text.AsSpan(opening, start - opening);
        return before.Length == 0 || (before.Length < 24 && before.EndsWith(" and ", StringComparison.Ordinal) && char.IsUpper(before[0]) && before.Count(' ') <= 3);
    }

    private static PhraseTrie Compile()
    {
        var trie = new PhraseTrie();
        foreach (var name in Countries.FoldedNames)
        {
            trie.Add(name, 0);
        }

        return trie;
    }
}
