using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Extraction;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Norlund Inc. said so. It left.", 2)]
    [InlineData("The U.S. Treasury agreed. Talks ended.", 2)]
    [InlineData("It opened in the U.S. The plant is large.", 2)]
    [InlineData("Mr. Hale met Dr. Osei at 9 a.m. on Monday.", 1)]
    [InlineData("It rose 3.5 percent. No. 2 fell.", 2)]
    [InlineData("Berth No. 4 is full.", 1)]
    [InlineData("J. R. Hale signed.", 1)]
    [InlineData("\"We will sign.\" He left.", 2)]
    [InlineData("Heron Bay Co. Ltd. bought it. Why?", 2)]
    [InlineData("署名した。「未定だ。」と述べた。", 2)]
    [InlineData("「未定だ。」\n次の文。", 2)]
    [InlineData("签署了。尚未批准！", 2)]
    [InlineData("Das Werk kostet ca. 3 Mio. Euro. Es ist teuer.", 2)]
    [InlineData("", 1)]
    [InlineData("...", 1)]
    public void Stops_EndSentencesAndNotWords(string text, int count) => Assert.Equal(count, new Sentences(text).Count);

    [Fact]
    public void EndlessLine_IsCutIntoBoundedPieces()
    {
        var sentences = new Sentences(string.Concat(Enumerable.Repeat("word ", 20_000)));

        Assert.All(Enumerable.Range(0, sentences.Count), i => Assert.True(sentences.Bounds(i).End - sentences.Bounds(i).Start <= 3000));
    }
}
