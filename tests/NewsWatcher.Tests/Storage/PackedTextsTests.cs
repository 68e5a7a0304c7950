using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Storage;

public sealed class PackedTextsTests
{
    public static TheoryData<string?[]> Texts =>
    [
        new([]),
        new([null]),
        new([""]),
        new(["", null, ""]),
        new(["A plant is announced.", "<p>A plant is announced.</p>", null]),
        new(["港の計画が承認された。", "工厂将投资440亿美元", "부산항 확장 🚢"]),
        new(["a\0b", "\uFEFFc"]),
        new([new string('x', 3_000_000), "short"]),
        new([string.Concat(Enumerable.Range(0, 40_000).Select(n => (char)('!' + (n * n % 5_003))))]),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void PackedTexts_ComeBackAsTheyWere(string?[] texts) => Assert.Equal(texts, PackedTexts.Read(PackedTexts.Of(texts)));

    [Fact]
    public void HalfACharacter_IsReplacedAsTheDatabaseDoes() => Assert.Equal(["a\uFFFDb", "c"], PackedTexts.Read(PackedTexts.Of("a\ud83db", "c")));

    [Fact]
    public void WhatOneTextRepeatsOfAnother_CostsNextToNothing()
    {
        var text = string.Join(' ', Enumerable.Range(1000, 300).Select(n => $"word{n * 7919 % 10_007}"));

        Assert.InRange(PackedTexts.Of(text, "<p>" + text + "</p>", text[..400]).Length, 0, PackedTexts.Of(text).Length + 60);
    }

    [Theory]
    [InlineData(new byte[] { 1, 200, 1, 1, 2, 3 })]
    [InlineData(new byte[] { 1, 5 })]
    public void DamagedTexts_AreNotTakenForTexts(byte[] packed) => Assert.Throws<InvalidOperationException>(() => PackedTexts.Read(packed));
}
