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
    [InlineData("", "Canada and Denmark signed a memorandum of understanding on a $12 billion power programme.", "en", true)]
    [InlineData("", "Harrow Capital launched a tender offer for Pellworth Semiconductors at $900 million.", "en", true)]
    [InlineData("", "加拿大政府与丹麦政府签署了120亿美元能源谅解备忘录。", "zh", true)]
    [InlineData("", "미르건설이 18억 달러 규모의 정유공장 공사를 수주했다.", "ko", true)]
    [InlineData("", "Shares fell 3% after the soup maker cut its forecast for the year to $3 billion.", "en", false)]
    [InlineData("", "", "en", false)]
    public void Article_IsAboutADealOrNot(string title, string text, string language, bool isDeal) =>
        Assert.Equal(isDeal, DealTopic.IsDeal(Reading.Title(title, language), Reading.Text(text, language)));
}
