using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Parties;

namespace NewsWatcher.Tests.Extraction;

public sealed class PartyReaderTests
{
    [Theory]
    [InlineData("Developer Marlow Power would build the plant.", "en", "Marlow Power", PartyRole.Developer)]
    [InlineData("State-owned Eastern Trade Bank would provide loans.", "en", "Eastern Trade Bank", PartyRole.Lender)]
    [InlineData("Loans from Eastern Trade Bank are expected.", "en", "Eastern Trade Bank", PartyRole.Lender)]
    [InlineData("Calder Motors agreed to buy Pell Robotics.", "en", "Calder Motors", PartyRole.Buyer)]
    [InlineData("Calder Motors agreed to buy Pell Robotics.", "en", "Pell Robotics", PartyRole.Target)]
    [InlineData("Osier Holdings agreed to sell its stake.", "en", "Osier Holdings", PartyRole.Seller)]
    [InlineData("Brandt Engineering won the contract.", "en", "Brandt Engineering", PartyRole.Contractor)]
    [InlineData("Vela Capital will take a 10% stake.", "en", "Vela Capital", PartyRole.Investor)]
    [InlineData("Turbines from Aldous Systems arrive soon.", "en", "Aldous Systems", PartyRole.Supplier)]
    [InlineData("The port is operated by the Sund Port Authority.", "en", "Sund Port Authority", PartyRole.Operator)]
    [InlineData("マーロウ・パワーが計画する発電所だ。", "ja", "マーロウ・パワー", PartyRole.Developer)]
    [InlineData("東方貿易銀行が融資を担う。", "ja", "東方貿易銀行", PartyRole.Lender)]
    [InlineData("筆頭株主の森川キャピタルは応募する。", "ja", "森川キャピタル", PartyRole.Seller)]
    [InlineData("建設は北浜エンジニアリングが請け負う。", "ja", "北浜エンジニアリング", PartyRole.Contractor)]
    [InlineData("동방무역은행이 대출을 제공한다.", "ko", "동방무역은행", PartyRole.Lender)]
    [InlineData("시공은 한결건설이 맡는다.", "ko", "한결건설", PartyRole.Contractor)]
    [InlineData("Brandt Engineering has been awarded the construction contract.", "en", "Brandt Engineering", PartyRole.Contractor)]
    [InlineData("The loan was led by Eastern Trade Bank.", "en", "Eastern Trade Bank", PartyRole.Lender)]
    [InlineData("Al Noor Investment Authority will take a 10% stake.", "en", "Al Noor Investment Authority", PartyRole.Investor)]
    [InlineData("日本森林資源機構が融資する。", "ja", "日本森林資源機構", PartyRole.Lender)]
    [InlineData("エネルギー大手の日本タイガ資源機構が融資する。", "ja", "日本タイガ資源機構", PartyRole.Lender)]
    [InlineData("由北港电力公司负责开发。", "zh", "北港电力公司", PartyRole.Developer)]
    [InlineData("远洋开发银行将提供20亿美元贷款。", "zh", "远洋开发银行", PartyRole.Lender)]
    public void RoleBearingPhrase_MakesAParty(string text, string language, string name, PartyRole role)
    {
        var party = Assert.Single(PartyReader.Read(Reading.Title("", language), Reading.Text(text, language)), p => p.Name == name);

        Assert.Equal(role, party.Role);
    }

    [Theory]
    [InlineData("The Morning Ledger reported on Tuesday.", "en")]
    [InlineData("President Alma Reyes would sign.", "en")]
    [InlineData("Osier Holdings published a calendar.", "en")]
    [InlineData("Shares of the miner (NYSE: QRZ) rose.", "en")]
    [InlineData("投資ファンドが出資する。", "ja")]
    [InlineData("投資ファンドが投じる。", "ja")]
    [InlineData("データセンターが計画する。", "ja")]
    [InlineData("", "en")]
    public void PublishersPersonsAndBystanders_AreNoParties(string text, string language) =>
        Assert.Empty(PartyReader.Read(Reading.Title("", language), Reading.Text(text, language)));

    [Theory]
    [InlineData("Japan's Sumire Construction won the contract.", 0)]
    [InlineData("Japan's government won approval.", 1)]
    public void CountryOfACompany_IsNoParty(string text, int parties) =>
        Assert.Equal(parties, PartyReader.Read(Reading.Title(""), Reading.Text(text)).Count(p => p.KnownAs == "Japan"));

    [Fact]
    public void WatchedName_StaysMentionedUntilItHasARole()
    {
        var mentioned = Assert.Single(PartyReader.Read(Reading.Title(""), Reading.Text("Traders like Kestrel Trading are already betting on ports.")));
        var invests = Assert.Single(PartyReader.Read(Reading.Title(""), Reading.Text("Kestrel Trading will take a 20% stake.")));

        Assert.Equal((null, PartyStrength.Mentioned), (mentioned.Role, mentioned.Strength));
        Assert.Equal(PartyRole.Investor, invests.Role);
    }

    [Theory]
    [InlineData("Norlund Industries is in talks.", PartyStrength.Interested)]
    [InlineData("Norlund Industries signed a contract.", PartyStrength.Contracted)]
    [InlineData("Norlund Industries pulled out.", PartyStrength.Exited)]
    [InlineData("Norlund Industries was chosen.", PartyStrength.Selected)]
    [InlineData("Norlund Industries was founded in 1911.", PartyStrength.Mentioned)]
    public void ConfiguredParty_KeepsItsRoleAndGetsTheStatedStrength(string text, PartyStrength strength)
    {
        var party = Assert.Single(PartyReader.Read(Reading.Title(""), Reading.Text(text)));

        Assert.Equal((PartyRole.Investor, strength, "tidewater"), (party.Role, party.Strength, party.PartId));
    }

    [Theory]
    [InlineData("The mill will be operated by Norlund Industries.", PartyStrength.Selected)]
    [InlineData("Norlund Industries, which belongs to Osier Holdings, is to operate the mill and said it would hold a fair.", PartyStrength.Selected)]
    [InlineData("Loans come from two public bodies, Norlund Industries and Osier Bank.", PartyStrength.Selected)]
    [InlineData("Norlund Industries plans to operate the mill.", PartyStrength.Interested)]
    public void RoleStatedAsFact_IsASelection(string text, PartyStrength strength) =>
        Assert.Equal(strength, Assert.Single(PartyReader.Read(Reading.Title(""), Reading.Text(text)), p => p.Name == "Norlund Industries").Strength);

    [Theory]
    [InlineData("Canada and Denmark signed a memorandum of understanding.", "en", "Canada", "Denmark")]
    [InlineData("カナダ政府とデンマーク政府は覚書に署名した。", "ja", "カナダ", "デンマーク")]
    [InlineData("캐나다 정부와 덴마크 정부는 양해각서에 서명했다.", "ko", "캐나다", "덴마크")]
    [InlineData("加拿大政府与丹麦政府签署了谅解备忘录。", "zh", "加拿大", "丹麦")]
    public void GovernmentsThatSign_ArePartiesWithoutConfiguration(string text, string language, string one, string other)
    {
        var parties = PartyReader.Read(Reading.Title("", language), Reading.Text(text, language));

        Assert.Equal([(one, PartyRole.Government), (other, PartyRole.Government)], parties.Select(p => (p.Name, p.Role ?? PartyRole.Investor)));
    }

    [Theory]
    [InlineData("Loans from Eastern Trade Bank and Norlund Industries come. ", "en")]
    [InlineData("東方貿易銀行とノルンドとカナダ政府が融資を担う。", "ja")]
    public void NamesByTheThousand_AreFoundInTheirOrderAndNoneTwice(string sentence, string language)
    {
        var names = Reading.Text(string.Concat(Enumerable.Repeat(sentence, 4_000)), language).Organisations;

        Assert.Equal(4_000, names.Count(n => n.Uses.Count > 0));
        Assert.Equal(language == "ja" ? 12_000 : 8_000, names.Count);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void WatchedName_ThatShowsInterestIsInterestedWithoutARole()
    {
        var party = Assert.Single(PartyReader.Read(Reading.Title(""), Reading.Text("Kestrel Trading expressed interest.")));

        Assert.Equal((null, PartyStrength.Interested), (party.Role, party.Strength));
    }
}
