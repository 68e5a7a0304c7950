using System.Globalization;
using NewsWatcher.Deals;

namespace NewsWatcher.Tests.Deals;

/// <summary>Copies are found among many texts, whatever was let go meanwhile.</summary>
public sealed class CopyIndexTests
{
    [Fact]
    public void Copies_AreWhatComparingEveryPairGives_AndTheOldestAreLetGo()
    {
        var (index, draw, kept) = (new CopyIndex(100), new Random(5), new Dictionary<long, uint[]>());
        for (var id = 0; id < 400; id++)
        {
            var text = Shingles.Of(string.Join(' ', Enumerable.Range(0, 60).Select(i => i < 30 ? $"common{(id % 9) + i}" : $"w{draw.Next(5000)}")));
            var expected = kept.Where(k => Shingles.Containment(text, k.Value, out _) >= Shingles.Threshold).Select(k => k.Key).Order();
            Assert.Equal(expected, index.Matches(text).Select(m => m.Id).Order());

            index.Add(id, text);
            kept[id] = text;
            if (kept.Count > 100)
            {
                kept.Remove(kept.Keys.Min());
            }

            if (id % 10 == 9)
            {
                index.Remove(id - 5);
                kept.Remove(id - 5);
            }
        }
    }

    [Fact]
    public void TwiceTheTextsOfOneTopic_AreNotFourTimesTheSteps() => Assert.InRange(Steps(2_000), 1, 3 * Steps(1_000));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("one two three four five six seven eight nine ten", "one two three four five six seven eight nine ten", 0)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t", "a b c d e f g h i j k l m n o p q r s t", 1)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t", "z y x w v u t1 s1 r1 q1 p1 o1 n1 m1 l1 k1 j1 i1 h1 g1", 0)]
    public void Containment_IsNothing_WhereTextsAreShortOrApart(string one, string other, double expected) =>
        Assert.Equal(expected, Shingles.Containment(Shingles.Of(one), Shingles.Of(other), out _));

    private static long Steps(int texts)
    {
        var index = new CopyIndex(10_000);
        for (var i = 0; i < texts; i++)
        {
            var own = string.Join(' ', Enumerable.Range(0, 60).Select(n => string.Create(CultureInfo.InvariantCulture, $"t{i}w{n}")));
            var text = Shingles.Of("The ministers met again in the capital on Monday to speak of steel and of tariffs, as they had before. " + own);
            Assert.Empty(index.Matches(text));
            index.Add(i, text);
        }

        return index.Steps;
    }
}
