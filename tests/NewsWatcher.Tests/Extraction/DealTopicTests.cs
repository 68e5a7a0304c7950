using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Extraction;

public sealed class DealTopicTests
{
    [Theory]
    [InlineData("Calder agrees to acquire Pell in takeover", "Calder Motors said it will acquire all shares of Pell Robotics in a merger.", "en", true)]
    [InlineData("Bakers win prize", "The bread was praised at the village fair.", "en", false)]
    [InlineData("ノルンド、買収で合意", "", "ja", true)]
    [InlineData("天気は晴れ", "", "ja", false)]
    [InlineData("诺伦德完成收购", "", "zh", true)]
    [InlineData("노르룬드 인수 마무리", "", "ko", true)]
    [InlineData("", "", "en", false)]
    public void Article_IsAboutADealOrNot(string title, string text, string language, bool isDeal) =>
        Assert.Equal(isDeal, DealTopic.IsDeal(Reading.Title(title, language), Reading.Text(text, language)));
}
