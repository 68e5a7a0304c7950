using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>The identity of a claim: a hash of item, kind, part, value, folded sentence and ordinal, the same whenever the same words are read again.</summary>
public static class ClaimKey
{
    /// <summary>Keys of an item's facts, in the order given; the n-th of equal facts in equal sentences gets the ordinal n.</summary>
    public static IReadOnlyList<string> For(long itemId, IEnumerable<Fact> facts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var fact in facts)
        {
            var stem = $"{itemId}\n{fact.GetType().Name}\n{fact.PartId}\n{fact.CanonicalValue}\n{Fold(fact.Evidence.Sentence)}";
            var ordinal = seen[stem] = seen.GetValueOrDefault(stem) + 1;
            keys.Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{stem}\n{ordinal}")))[..32]);
        }

        return keys;
    }

    /// <summary>Letters and digits only, in lower case: punctuation and spacing of a sentence do not make another claim.</summary>
    public static string Fold(string sentence)
    {
        var folded = new StringBuilder(sentence.Length);
        foreach (var c in sentence)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
