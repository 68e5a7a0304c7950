using NewsWatcher.Extraction.Projects;

namespace NewsWatcher.Tests.Extraction;

public sealed class ProjectReaderTests
{
    [Theory]
    [InlineData("Work at Heron Bay goes on.", "en", "Heron Bay", "tidewater/heron-bay")]
    [InlineData("ヘロン湾の港を整備する。", "ja", "ヘロン湾", "tidewater/heron-bay")]
    [InlineData("苍鹭湾港口即将开工。", "zh", "苍鹭湾", "tidewater/heron-bay")]
    [InlineData("They chose the Falcon Ridge lithium mine.", "en", "Falcon Ridge", null)]
    [InlineData("ファルコン・リッジのリチウム鉱山を選んだ。", "ja", "ファルコン・リッジ", null)]
    public void NamedProject_IsRead(string text, string language, string name, string? part)
    {
        var project = Assert.Single(ProjectReader.Read(Reading.Title("", language), Reading.Text(text, language)));

        Assert.Equal((name, part), (project.Name, project.PartId));
    }

    [Theory]
    [InlineData("They chose a lithium mine.", "en")]
    [InlineData("The Sund Port Authority spoke.", "en")]
    [InlineData("Every Plant Needs Water", "en")]
    [InlineData("データセンターの工場", "ja")]
    [InlineData("", "en")]
    public void UnnamedFacility_IsNoProject(string text, string language) =>
        Assert.Empty(ProjectReader.Read(Reading.Title("", language), Reading.Text(text, language)));
}
