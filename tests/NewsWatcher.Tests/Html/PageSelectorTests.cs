using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class PageSelectorTests
{
    private static readonly HtmlPage Page = HtmlPage.Parse("""
        <html id="root"><body id="body"><nav id="nav"><a id="home" href="/">Home</a></nav>
        <ul id="list" class="news top"><li id="a" class="item lead" data-kind="gas-power"><a id="a1" href="/a">A</a><time id="at">x</time></li><li id="b" class="item"><p id="p"><b id="bb">B</b></p></li>
        <li id="c" class="item ad"></li></ul><h2 id="h">More</h2><div id="d"><div id="dd"><span id="s">S</span></div></div><p id="q">Q</p></body></html>
        """);

    private static readonly Lazy<HtmlPage> Deep = new(() =>
        HtmlPage.Parse(string.Concat(Enumerable.Repeat("<div><p></p>", 200)) + string.Concat(Enumerable.Repeat("<div></div>", 18_000))));

    [Theory]
    [InlineData("li", "a b c")]
    [InlineData("LI.item", "a b c")]
    [InlineData("ul.news > li", "a b c")]
    [InlineData("ul.top.news li.lead a", "a1")]
    [InlineData("body > li", "")]
    [InlineData("#list a, nav a", "home a1")]
    [InlineData("li:not(.ad)", "a b")]
    [InlineData("li:not(.ad, .lead)", "b")]
    [InlineData("li:has(time)", "a")]
    [InlineData("li:has(p b)", "b")]
    [InlineData(":is(nav, li) > a", "home a1")]
    [InlineData("li:first-child", "a")]
    [InlineData("li:last-child", "c")]
    [InlineData("li:nth-child(2)", "b")]
    [InlineData("li:nth-child(odd)", "a c")]
    [InlineData("li:nth-child(n+2)", "b c")]
    [InlineData("li:nth-last-child(-n+2)", "b c")]
    [InlineData("p:first-of-type", "p q")]
    [InlineData("span:only-child", "s")]
    [InlineData("li:empty", "c")]
    [InlineData("li + li", "b c")]
    [InlineData("li.lead + li", "b")]
    [InlineData("ul ~ p", "q")]
    [InlineData("h2 + div span", "s")]
    [InlineData("[data-kind]", "a")]
    [InlineData("[data-kind|=gas]", "a")]
    [InlineData("[data-kind^=gas]", "a")]
    [InlineData("[data-kind$=power]", "a")]
    [InlineData("[data-kind*=s-p]", "a")]
    [InlineData("[class~=ad]", "c")]
    [InlineData("a[href='/a']", "a1")]
    [InlineData("div div span", "s")]
    [InlineData("li .item", "")]
    [InlineData(".it", "")]
    public void Selector_FindsItsElementsInOrder(string selector, string ids)
    {
        var read = PageSelector.Parse(selector, out var fault);

        Assert.Null(fault);
        Assert.Equal(ids, string.Join(' ', read!.Find(Page).Select(n => n["id"]))); // without a fault there is a selector
    }

    [Theory]
    [InlineData("", "no CSS selector")]
    [InlineData("li >", "no CSS selector")]
    [InlineData("li:foo", "no CSS selector")]
    [InlineData("ul..news", "no CSS selector")]
    [InlineData("> a", "begins in the middle")]
    [InlineData("li:hover", "\":hover\" is not known")]
    [InlineData("a:contains('x')", "\":contains(…)\" is not known")]
    [InlineData("a::before", "no element of a page")]
    [InlineData("li:has(> a)", "inside \":has()\" nothing may begin")]
    [InlineData("li:is(:is(:is(:is(:is(a)))))", "nested too deeply")]
    [InlineData("li:nth-child(2 of .x)", "is not known")]
    [InlineData("svg|a", "\"|\" is not known")]
    public void WhatIsNoUsableSelector_IsRefusedWithAReason(string selector, string reason)
    {
        Assert.Null(PageSelector.Parse(selector, out var fault));
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SelectorWithoutEnd_IsRefused()
    {
        Assert.Null(PageSelector.Parse(new string('a', PageSelector.MaxCharacters + 1), out var fault));
        Assert.Contains("longer than 500", fault, StringComparison.Ordinal);
    }

    // Asked element by element, each of these takes longer than the universe on such a page.
    [Theory]
    [InlineData("b * * * * * * * * * * * * * * * i")]
    [InlineData("b ~ * ~ * ~ * ~ * ~ * ~ * ~ * i")]
    [InlineData(":is(:has(b * * * * u), b) * * * * * i")]
    [InlineData("div:nth-child(2n+1) div:nth-last-of-type(3n) ~ div i")]
    public void SelectorMadeToBeSlow_IsDoneWithADeepAndWidePage(string selector)
    {
        Assert.Empty(PageSelector.Parse(selector, out _)!.Find(Deep.Value)); // a sound selector
    }
}
