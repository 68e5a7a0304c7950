using System.Text;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Html;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Configuration;

public sealed class WellFormedTests
{
    [Theory]
    [InlineData("plain 合意 \ud83d\ude00", "plain 合意 \ud83d\ude00")]
    [InlineData("a\ufffeb", "a\ufffdb")]
    [InlineData("a<", "a\ufffd")]
    [InlineData("<", "\ufffd")]
    [InlineData("><b", "\ufffd\ufffdb")]
    [InlineData("<<>", "\ufffd\ud83d\ude00")]
    public void WhatIsNoCharacter_IsReplaced(string text, string formed)
    {
        Assert.Equal(formed, WellFormed.Of(Halved(text)));
        Assert.NotEmpty(WellFormed.Of(Halved(text)).Normalize(NormalizationForm.FormKC));
    }

    [Theory]
    [InlineData("a\ufffeb")]
    [InlineData("a< b")]
    public void TextThatCannotBeNormalised_StopsNobody(string written)
    {
        var text = Halved(written);
        Assert.Contains('\ufffd', SearchText.Indexed(text));
        Assert.Contains('\ufffd', HtmlText.ToPlain(text));
        Assert.StartsWith("a", ConfigId.From(text), StringComparison.Ordinal);
        Assert.Null(new OutletCatalog([new Outlet { Id = "o", Name = text, Family = "o" }]).Named("c" + text));
    }

    // An attribute holds no half of a pair.
    private static string Halved(string text) => text.Replace('<', '\ud83d').Replace('>', '\ude00');
}
