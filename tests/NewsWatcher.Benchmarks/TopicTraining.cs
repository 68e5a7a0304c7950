using System.Globalization;
using System.Text.Json;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Benchmarks;

/// <summary>Learns the weights of a language's topics.txt from labelled articles: a logistic regression over words and pairs of words.</summary>
/// <remarks>Run with "train-topics INPUT.jsonl GOLD.jsonl OUT.txt"; gold lines hold id and isDeal.</remarks>
internal static class TopicTraining
{
    private const int MinCount = 15;
    private const int Kept = 900;
    private const int Rounds = 8;
    private const double Step = 0.1;

    // The model's bias is fixed, so that the threshold is the same for learnt and for written lists.
    private const double Bias = -DealTopic.Threshold / 10.0;

    public static void Run(string input, string gold, string output)
    {
        var labels = File.ReadLines(gold).Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(g => g.GetProperty("id").GetString() ?? "", g => g.GetProperty("isDeal").GetBoolean(), StringComparer.Ordinal);
        var articles = File.ReadLines(input).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(a => (Words: Words(a), IsDeal: labels[a.GetProperty("id").GetString() ?? ""])).ToList();
        var fifth = Math.Max(1, articles.Count / 5);
        var seen = articles[fifth..];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out: F1 {F1(articles[..fifth], Train(seen, Vocabulary(seen))):0.0000}"));
        Write(output, Train(articles, Vocabulary(articles)));
    }

    // What was held out must not choose the words either.
    private static HashSet<string> Vocabulary(List<(HashSet<string> Words, bool IsDeal)> articles)
    {
        var counts = articles.SelectMany(a => a.Words).CountBy(w => w).Where(w => w.Value >= MinCount).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        return Train(articles, [.. counts.Keys]).OrderByDescending(w => Math.Abs(w.Value) * Math.Sqrt(counts[w.Key])).Take(Kept).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Words(JsonElement article)
    {
        var title = FoldedPassage.Fold(article.GetProperty("title").GetString() ?? "");
        var text = FoldedPassage.Fold(article.GetProperty("text").GetString() ?? "");
        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(words, title, "");
        Add(words, title, "title ");
        Add(words, text.Length > DealTopic.LeadLength ? text[..DealTopic.LeadLength] : text, "");
        return words;
    }

    private static void Add(HashSet<string> words, string folded, string prefix)
    {
        var (last, lastEnd) = ("", -2);
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            while (end < folded.Length && char.IsAsciiLetterLower(folded[end]))
            {
                end++;
            }

            if (end - i > 1)
            {
                var word = folded[i..end];
                words.Add(prefix + word);
                if (lastEnd == i - 1 && folded[lastEnd] == ' ' && prefix.Length == 0)
                {
                    words.Add($"{last} {word}");
                }

                (last, lastEnd) = (word, end);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static Dictionary<string, double> Train(List<(HashSet<string> Words, bool IsDeal)> articles, HashSet<string> vocabulary)
    {
        var weights = vocabulary.ToDictionary(w => w, _ => 0.0, StringComparer.Ordinal);
        var squares = vocabulary.ToDictionary(w => w, _ => 0.01, StringComparer.Ordinal);
        var examples = articles.ConvertAll(a => (Words: a.Words.Where(vocabulary.Contains).ToArray(), a.IsDeal));
        var order = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (words, isDeal) in examples.OrderBy(_ => order.Next()))
            {
                var error = (1 / (1 + Math.Exp(-(Bias + words.Sum(w => weights[w]))))) - (isDeal ? 1 : 0);
                foreach (var word in Math.Abs(error) < 0.005 ? [] : words)
                {
                    squares[word] += error * error;
                    weights[word] -= Step * error / Math.Sqrt(squares[word]);
                    weights[word] *= 0.9999;
                }
            }
        }

        return weights;
    }

    private static double F1(List<(HashSet<string> Words, bool IsDeal)> articles, Dictionary<string, double> weights)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var (words, isDeal) in articles)
        {
            var says = Bias + words.Sum(w => weights.GetValueOrDefault(w)) > 0;
            hit += says && isDeal ? 1 : 0;
            wrong += says && !isDeal ? 1 : 0;
            missed += !says && isDeal ? 1 : 0;
        }

        return 2.0 * hit / ((2.0 * hit) + wrong + missed);
    }

    private static void Write(string output, Dictionary<string, double> weights)
    {
        using var writer = new StreamWriter(output);
        writer.WriteLine("# Learnt from labelled wire reports by train-topics in the benchmarks; written lists stand in topics-more.txt.");
        var lines = weights.Select(w => (Phrase: w.Key.Replace("title ", "", StringComparison.Ordinal), InTitle: w.Key.StartsWith("title ", StringComparison.Ordinal), Weight: (int)Math.Round(10 * w.Value)));
        foreach (var section in lines.Where(l => l.Weight != 0).GroupBy(l => (l.Weight, l.InTitle)).OrderByDescending(g => g.Key.Weight).ThenBy(g => g.Key.InTitle))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[topic {section.Key.Weight}{(section.Key.InTitle ? " title" : "")}]"));
            foreach (var (phrase, _, _) in section.OrderBy(l => l.Phrase, StringComparer.Ordinal))
            {
                writer.WriteLine(phrase);
            }
        }
    }
}
