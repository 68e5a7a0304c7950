using System.Globalization;
using NewsWatcher.Deals;

namespace NewsWatcher.Tests.Deals;

/// <summary>What the index leaves out must be what cannot be alike, and what it looks at must not grow with everything it holds.</summary>
public sealed class TermIndexTests
{
    private const int Common = 40;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.26)]
    [InlineData(0.6)]
    public void Similar_IsWhatAskingEveryDevelopmentGives(double least)
    {
        var (index, draw) = (new TermIndex(), new Random(11));
        for (var item = 0; item < 900; item++)
        {
            var terms = Terms(draw, topic: draw.Next(60));
            var found = index.Similar(terms, least).ToDictionary(f => f.Development, f => f.Cosine);
            var asked = Enumerable.Range(0, 300).Select(d => (Development: (long)d, Cosine: index.Cosine(terms, d))).Where(a => a.Cosine > least).ToDictionary(a => a.Development, a => a.Cosine);

            Assert.Equal(asked.Keys.Order(), found.Keys.Order());
            Assert.All(found, f => Assert.Equal(asked[f.Key], f.Value, 1e-9));
            index.Add(item % 7 == 0 ? draw.Next(300) : item % 300, terms);
            if (item % 50 == 49)
            {
                index.Forget(draw.Next(300));
            }
        }
    }

    [Fact]
    public void TwiceTheDevelopmentsOfOneTopic_AreNotFourTimesTheSteps()
    {
        Assert.InRange(Steps(2_000), 1, 3 * Steps(1_000));
        Assert.InRange(Steps(4_000), 1, 3 * Steps(2_000));
    }

    [Fact]
    public void DevelopmentsThatShareOnlyWordsOfAll_AreHardlyLookedAt()
    {
        var index = new TermIndex();
        for (var i = 0; i < 2_000; i++)
        {
            index.Add(i, Words("the same old words of everybody here", i));
        }

        var before = index.Steps;
        Assert.Empty(index.Similar(Words("the same old words of everybody here", -1), 0.26));
        Assert.InRange(index.Steps - before, 1, 100);
    }

    [Fact]
    public void ForgottenDevelopment_IsFoundNoMore_AndItsPlaceIsUsedAgain()
    {
        var index = new TermIndex();
        index.Add(1, Words("lighthouse moves inland", 1));
        index.Forget(1);
        index.Forget(99);
        Assert.Empty(index.Similar(Words("lighthouse moves inland", 1), 0));

        index.Add(2, Words("harbour closes early", 2));
        Assert.Equal(2, Assert.Single(index.Similar(Words("harbour closes early", 2), 0.5)).Development);
        Assert.Equal(0, index.Cosine(Words("lighthouse moves inland", 1), 1));
    }

    // Every item a development of its own, with words that all share, words of its topic and words of its own.
    private static long Steps(int items)
    {
        var index = new TermIndex();
        for (var i = 0; i < items; i++)
        {
            var terms = Words("summit tariff steel minister talks trade deal signed in the capital after weeks of threats", i);
            index.Similar(terms, 0.26);
            index.Add(i, terms);
        }

        return index.Steps;
    }

    private static TermWeight[] Words(string shared, int own)
    {
        var number = own.ToString(CultureInfo.InvariantCulture);
        return TermIndex.Weights(string.Join(' ', Enumerable.Range(0, 12).Select(i => $"own{number}x{i}")), shared, 2);
    }

    private static TermWeight[] Terms(Random draw, int topic) => TermIndex.Weights(
        $"topic{topic} person{draw.Next(200)}",
        string.Join(' ', Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? $"topic{topic}word{draw.Next(12)}" : $"word{draw.Next(Common) * draw.Next(Common)}")), 2);
}
