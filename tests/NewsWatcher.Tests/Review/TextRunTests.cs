using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Review;

namespace NewsWatcher.Tests.Review;

/// <summary>Where facts are marked in a text.</summary>
public sealed class TextRunTests
{
    private const string Text = "One plant. The plant costs $36 billion in all.";

    [Fact]
    public void OverlappingFacts_AreCutAtEveryBound()
    {
        var spans = ClaimSpan.In(Text, isTitle: false, [Claim("a", 11, 38), Claim("b", 27, 38), Claim("c", 34, 45)]);

        var runs = TextRun.Cut(Text, 0, Text.Length, spans);

        Assert.Equal(Text, string.Concat(runs.Select(r => r.Text)));
        Assert.Equal(["", "a", "ab", "abc", "c", ""], runs.Select(r => string.Concat(r.Claims.Select(c => c.Key))));
        Assert.Equal(["a", "b", "c"], runs.SelectMany(r => r.Beginning).Select(c => c.Key));
    }

    [Fact]
    public void TextWithoutFacts_IsOneRun() => Assert.Equal(Text, Assert.Single(TextRun.Cut(Text, 0, Text.Length, [])).Text);

    [Theory]
    [InlineData(27, 38, "The plant costs $36 billion in all.", 27, 38)]
    [InlineData(3, 14, "The plant costs $36 billion in all.", 11, 46)]
    [InlineData(-5, 900, "The plant costs $36 billion in all.", 11, 46)]
    [InlineData(int.MaxValue, int.MinValue, "One plant.", 0, 10)]
    public void FactWhoseTextMoved_IsFoundByItsSentence(int start, int end, string sentence, int foundStart, int foundEnd)
    {
        var span = Assert.Single(ClaimSpan.In(Text, isTitle: false, [Claim("a", start, end, sentence)]));

        Assert.Equal((foundStart, foundEnd), (span.Start, span.End));
    }

    [Theory]
    [InlineData("Not said here.")]
    [InlineData("")]
    public void FactThatIsNowhere_HasNoPlace(string sentence) => Assert.Empty(ClaimSpan.In(Text, isTitle: false, [Claim("a", 400, 410, sentence)]));

    [Fact]
    public void EndedFact_IsNotMarked() => Assert.Empty(ClaimSpan.In(Text, isTitle: false, [Claim("a", 27, 38) with { EndedAt = SampleLedger.Now }]));

    [Theory]
    [InlineData("The plant costs $36 billion in all.", "$36 billion", "The plant costs ", "$36 billion", " in all.")]
    [InlineData("No such words.", "$36 billion", "No such words.", "", "")]
    [InlineData("", "", "", "", "")]
    public void Sentence_IsQuotedAroundTheWordsThatStateTheFact(string sentence, string stated, string before, string marked, string after) =>
        Assert.Equal(new QuotedSentence(before, marked, after), QuotedSentence.Of(sentence, stated));

    [Fact]
    public void HugeSentence_IsCutAroundTheWordsWithoutBreakingACharacter()
    {
        var quoted = QuotedSentence.Of(string.Concat(Enumerable.Repeat("𠮷", 5001)) + "$36 billion" + string.Concat(Enumerable.Repeat("𠮷", 5001)), "$36 billion");

        Assert.Equal("$36 billion", quoted.Stated);
        Assert.InRange(quoted.Before.Length + quoted.After.Length, 500, 700);
        Assert.DoesNotContain('\ufffd', new string([.. (quoted.Before + quoted.After).EnumerateRunes().SelectMany(r => r.ToString())]));
    }

    [Theory]
    [InlineData("https://news.example/a?b=<c>", "https://news.example/a?b=%3Cc%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,<script>", null)]
    [InlineData("//evil.example", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void OnlyAddressesOfTheWeb_AreLinked(string? address, string? link) => Assert.Equal(link, Links.Outside(address));

    private static Claim Claim(string key, int start, int end, string? sentence = null) => new()
    {
        Key = key, ItemId = 1, ReportedAt = SampleLedger.Now, RecordedAt = SampleLedger.Now,
        Fact = new KeywordHit("plant", null, new Evidence(InTitle: false, start, end, sentence ?? Text[start..end], "test")),
    };
}
