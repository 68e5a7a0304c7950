using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Tests.Extraction.Amounts;

public sealed class PlacementTests
{
    private static readonly FollowedDeal Accord = new()
    {
        Root = new()
        {
            Id = "accord",
            Kind = DealKind.Umbrella,
            Name = "Orchard Accord",
            Aliases = ["オーチャード協定", "오차드 협정", "果园协定"],
            Headline = new(200_000_000_000m, "USD", Qualifier.Exact),
            Parties = [new("Norland", PartyRole.Government, ["ノルランド", "노를란드", "诺尔兰"]), new("Suderia", PartyRole.Government, ["スデリア", "수데리아", "苏德里亚"])],
            Parts =
            [
                new()
                {
                    Id = "accord/first", Kind = DealKind.Tranche, Name = "First slate", Aliases = ["第1弾", "1차 사업", "首批项目"],
                    Parts =
                    [
                        new() { Id = "accord/first/rail", Kind = DealKind.Project, Name = "Dalby rail tunnel", Aliases = ["rail tunnel", "鉄道トンネル", "철도 터널", "铁路隧道"], Keywords = ["Dalby", "ダルビー"] },
                        new() { Id = "accord/first/oil", Kind = DealKind.Project, Name = "Pell crude export pier", Aliases = ["crude export pier", "原油輸出桟橋", "원유 수출 부두", "原油出口码头"], Parties = [new("Ostrom Marine", PartyRole.Operator, ["オストロム海運", "오스트롬 해운", "奥斯特罗姆海运"])] },
                    ],
                },
                new()
                {
                    Id = "accord/second", Kind = DealKind.Tranche, Name = "Second slate", Aliases = ["第2弾", "2차 사업", "第二批项目"],
                    Parts =
                    [
                        new() { Id = "accord/second/chips", Kind = DealKind.Project, Name = "Kest chip foundry", Aliases = ["chip foundry", "chip foundries", "半導体工場", "반도체 공장", "芯片工厂"], Parties = [new("Tavik Semiconductor", PartyRole.Developer, ["タビク", "타빅", "塔维克"])] },
                    ],
                },
                new() { Id = "accord/longlist", Kind = DealKind.Tranche, Name = "Long list", Aliases = ["候補一覧", "후보 목록", "候选清单"] },
            ],
        },
        Lookalikes = ["Westmark", "ウェストマルク", "웨스트마크", "韦斯特马克"],
    };

    private static readonly FollowedDeal Compact = new()
    {
        Root = new()
        {
            Id = "compact",
            Kind = DealKind.Agreement,
            Name = "Meadow Compact",
            Aliases = ["メドウ協定", "메도 협약", "草甸协议"],
            Headline = new(90_000_000_000m, "USD", Qualifier.Exact),
            Parties = [new("Norland", PartyRole.Government, ["ノルランド"]), new("Suderia", PartyRole.Government, ["スデリア"])],
            Parts =
            [
                new() { Id = "compact/tarn", Kind = DealKind.Project, Name = "Tarn Lake", Aliases = ["ターン湖", "턴 호수", "塔恩湖"] },
                new() { Id = "compact/hollow", Kind = DealKind.Project, Name = "Port Hollow", Aliases = ["ホロー港", "홀로 항만", "霍洛港"] },
            ],
        },
    };

    private static readonly FollowedDeal Takeover = new()
    {
        Root = new()
        {
            Id = "takeover",
            Kind = DealKind.Agreement,
            Name = "Quillan takeover of Belmar Foods",
            Headline = new(900_000_000_000m, "JPY", Qualifier.Exact),
            Parties = [new("Quillan", PartyRole.Buyer, ["クイラン", "퀼란", "奎兰"]), new("Belmar Foods", PartyRole.Target, ["Belmar", "ベルマー食品", "벨마푸드", "贝尔马食品"])],
        },
    };

    [Theory]
    [InlineData("A further $3.2 billion will go to the Pell crude export pier, which ships oil for export.", "Project accord/first/oil")]
    [InlineData("The Pell crude export pier, an oil dock that Ostrom Marine is to run, gets $3.2 billion.", "Project accord/first/oil")]
    [InlineData("The crude export pier is expected to bring exports of $4 billion a year.", "Background -")]
    [InlineData("The rail tunnel had revenue of $2 billion last year.", "RevenueOrProfit -")]
    [InlineData("The governments discussed chip foundries worth up to $40 billion for the second slate of projects.", "Project accord/second/chips")]
    [InlineData("The first slate includes the rail tunnel and the crude export pier, together worth $11 billion.", "Tranche accord/first")]
    [InlineData("The rail tunnel and the crude export pier will together cost $11 billion.", "Tranche accord/first")]
    [InlineData("Of the first slate, $8 billion is for the rail tunnel.", "Project accord/first/rail")]
    [InlineData("Some $8 billion of the first slate is for the rail tunnel.", "Project accord/first/rail")]
    [InlineData("The first slate totals $11 billion, of which the rail tunnel takes $8 billion.", "Tranche accord/first; Project accord/first/rail")]
    [InlineData("The first slate totals $11 billion, of which $8 billion is for the rail tunnel and $3 billion for the crude export pier.", "Tranche accord/first; Project accord/first/rail; Project accord/first/oil")]
    [InlineData("The rail tunnel will cost $8 billion, up from $7 billion.", "Project accord/first/rail; Project accord/first/rail")]
    [InlineData("The rail tunnel will cost between $7 billion and $8 billion.", "Project accord/first/rail")]
    [InlineData("The rail tunnel will cost $8 billion (7 billion euros) and the chip foundry $20 billion.", "Project accord/first/rail; Project accord/first/rail; Project accord/second/chips")]
    [InlineData("Norland pays $8 billion (7 billion euros) for the rail tunnel.", "Project accord/first/rail; Project accord/first/rail")]
    [InlineData("The rail tunnel will cost $8 billion, and a shipyard at Brill will cost $5 billion.", "Project accord/first/rail; Project -")]
    [InlineData("Ostrom Marine will put $3 billion into it under the Orchard Accord.", "Project accord/first/oil")]
    [InlineData("Tavik Semiconductor reported a profit of $3 billion under the Orchard Accord.", "RevenueOrProfit -")]
    [InlineData("The second phase may reach $60 billion, Norland said.", "Tranche accord/second")]
    [InlineData("Of the Orchard Accord's $200 billion, the remaining $189 billion has no address yet.", "Headline accord; Other -")]
    [InlineData("Norland would put up a loan of $2 billion for the rail tunnel.", "Tranche accord/first/rail")]
    [InlineData("Norland has already spent $2 billion on the rail tunnel.", "Spent accord/first/rail")]
    [InlineData("Westmark promised $150 billion under a deal of its own, in yearly portions of $20 billion.", "Background -; Background -")]
    [InlineData("Norland said the Orchard Accord would grow to $240 billion.", "Headline accord")]
    [InlineData("A $2 billion loan is to help pay for the rail tunnel.", "Tranche accord/first/rail")]
    [InlineData("Ostrom Marine, which runs ferries, would get $3 billion for the crude export pier; Tavik Semiconductor would get $20 billion.", "Project accord/first/oil; Project accord/second/chips")]
    [InlineData("The crude export pier and the rail tunnel cost $3 billion and $8 billion, respectively.", "Project accord/first/oil; Project accord/first/rail")]
    [InlineData("The first slate, made up of a rail tunnel and a crude export pier, totals $11 billion.", "Tranche accord/first")]
    [InlineData("The rail tunnel costs $8 billion and the crude export pier $3 billion, $11 billion in all.", "Project accord/first/rail; Project accord/first/oil; Tranche accord/first")]
    [InlineData("The second slate could be worth at least $40 billion, more than the $11 billion of the first slate.", "Tranche accord/second; Tranche accord/first")]
    [InlineData("The long list runs to $160 billion, and $20 billion to $25 billion of that is for the chip foundry.", "Tranche accord/longlist; Project accord/second/chips")]
    [InlineData("Suderia's economy of $900 billion is small beside the chip foundry.", "Background -")]
    [InlineData("Norland's exports of $50 billion would fall without the Orchard Accord.", "Background -")]
    [InlineData("The chip foundry would cost $20 billion and sell wafers worth $6 billion a year.", "Project accord/second/chips; Background -")]
    public void English_IsPlacedBySubject(string text, string expected) => Assert.Equal(expected, Placed("en", "Orchard Accord", text));

    [Theory]
    [InlineData("Norland and Suderia chose a chip foundry for the Orchard Accord. They put the cost at about $20 billion.", "Project accord/second/chips")]
    [InlineData("The Orchard Accord now has a first slate of projects. In total they are worth $11 billion.", "Tranche accord/first")]
    [InlineData("The rail tunnel and the crude export pier are the first to get money from the Orchard Accord.\nTogether the two projects are worth $11 billion, an agency said.", "Tranche accord/first")]
    [InlineData("Norland published the long list. Counting energy alone, the projects could be worth up to $160 billion.", "Tranche accord/longlist")]
    [InlineData("Chip foundries could be next.\nAn agency said that foundries worth up to $40 billion were discussed for the second slate.", "Project accord/second/chips")]
    [InlineData("The rail tunnel is under way. Norland will pay $11 billion for the first slate.", "Tranche accord/first")]
    [InlineData("The rail tunnel is under way. Norland pledged $240 billion in all under the Orchard Accord.", "Headline accord")]
    [InlineData("The rail tunnel is under way. Yellow Cloud plans to spend $80 billion on data centers this year.", "Background -")]
    [InlineData("The rail tunnel is under way. The total cost of such tunnels worldwide is $900 billion.", "Background -")]
    [InlineData("Westmark wants a deal like it. The first portion is worth $20 billion.", "Background -")]
    [InlineData("Westmark wants a deal like it. The cost is put at $150 billion.", "Background -")]
    [InlineData("Last year a rival bought a quarry for $80 billion.", "Background -")]
    [InlineData("The economy, worth $150 billion, grew.", "Background -")]
    [InlineData("The total cost is now put at $210 billion.", "Headline accord")]
    public void English_CarriesTheTopicOn(string text, string expected) => Assert.Equal(expected, Placed("en", "Money for tunnels", "The Orchard Accord goes on.\n" + text));

    [Theory]
    [InlineData("内訳は、ダルビーの鉄道トンネルが80億ドル、ペル沖の原油輸出桟橋が32億ドル。", "Project accord/first/rail; Project accord/first/oil")]
    [InlineData("内訳は、ダルビーの鉄道トンネルが80億ドル、ブリル港の造船所が21億ドル、原油輸出桟橋が32億ドル。", "Project accord/first/rail; Project -; Project accord/first/oil")]
    [InlineData("ノルランドが手掛ける鉄道トンネルは最大80億ドル、タビクの先端工場の建設は最大200億ドル。", "Project accord/first/rail; Project accord/second/chips")]
    [InlineData("ノルランドが手掛ける鉄道トンネルは最大80億ドル、ミレル社の発電所の建設は最大200億ドル。", "Project accord/first/rail; Project -")]
    [InlineData("オーチャード協定の第2弾として、半導体工場の建設を発表した。事業規模は約200億ドル。", "Project accord/second/chips")]
    [InlineData("オーチャード協定の第1弾として2件の事業を発表した。総額は110億ドルとなる。", "Tranche accord/first")]
    [InlineData("両国は候補一覧を公表した。事業規模は合わせて最大1600億ドルに上る。", "Tranche accord/longlist")]
    [InlineData("第1弾の総額は110億ドル（約1兆6000億円）で、このうち80億ドルを鉄道トンネルが占める。", "Tranche accord/first; Tranche accord/first; Project accord/first/rail")]
    [InlineData("第1弾のうち80億ドルが鉄道トンネルに充てられる。", "Project accord/first/rail")]
    [InlineData("オーチャード協定2000億ドルのうち、残り1890億ドルの使い道は決まっていない。", "Headline accord; Other -")]
    [InlineData("鉄道トンネルと原油輸出桟橋は合わせて112億ドルになる。", "Tranche accord/first")]
    [InlineData("鉄道トンネルには80億ドル、原油輸出桟橋には32億ドル、半導体工場には200億〜250億ドルを投じる。", "Project accord/first/rail; Project accord/first/oil; Project accord/second/chips")]
    [InlineData("ウェストマルクも3500億ドルを約束した。うち1500億ドルは現金で出す。", "Background -; Background -")]
    [InlineData("原油輸出桟橋によって年間40億ドルの輸出が見込まれる。", "Background -")]
    [InlineData("鉄道トンネルに20億ドルを融資する。", "Tranche accord/first/rail")]
    [InlineData("第1弾として鉄道トンネルと原油輸出桟橋を整備する。事業費はそれぞれ約31億ドル、約9億ドル。", "Project accord/first/rail; Project accord/first/oil")]
    public void Japanese_IsPlacedBySubject(string text, string expected) => Assert.Equal(expected, Placed("ja", "オーチャード協定", text));

    [Theory]
    [InlineData("철도 터널은 80억 달러, 원유 수출 부두는 32억 달러다.", "Project accord/first/rail; Project accord/first/oil")]
    [InlineData("오차드 협정의 2차 사업으로 반도체 공장 건설을 발표했다. 사업 규모는 약 200억 달러다.", "Project accord/second/chips")]
    [InlineData("1차 사업의 총액은 110억 달러이며, 이 중 80억 달러가 철도 터널에 쓰인다.", "Tranche accord/first; Project accord/first/rail")]
    [InlineData("철도 터널과 원유 수출 부두를 합쳐 112억 달러 규모다.", "Tranche accord/first")]
    [InlineData("양국은 후보 목록을 공개했다. 사업 규모는 모두 합쳐 최대 1600억 달러다.", "Tranche accord/longlist")]
    [InlineData("80억 달러 규모의 철도 터널과 200억~250억 달러 규모의 반도체 공장이 포함됐다.", "Project accord/first/rail; Project accord/second/chips")]
    [InlineData("오차드 협정 2000억 달러 가운데 나머지 1890억 달러의 용처는 정해지지 않았다.", "Headline accord; Other -")]
    [InlineData("웨스트마크도 3500억 달러를 약속했다. 총액 가운데 1500억 달러는 현금이다.", "Background -; Background -")]
    [InlineData("철도 터널에 20억 달러를 대출한다.", "Tranche accord/first/rail")]
    public void Korean_IsPlacedBySubject(string text, string expected) => Assert.Equal(expected, Placed("ko", "오차드 협정", text));

    [Theory]
    [InlineData("铁路隧道耗资80亿美元，原油出口码头耗资32亿美元。", "Project accord/first/rail; Project accord/first/oil")]
    [InlineData("双方宣布芯片工厂列入果园协定的第二批项目。总投资约200亿美元。", "Project accord/second/chips")]
    [InlineData("首批项目总额110亿美元，其中80亿美元用于铁路隧道。", "Tranche accord/first; Project accord/first/rail")]
    [InlineData("铁路隧道和原油出口码头合计112亿美元。", "Tranche accord/first")]
    [InlineData("两国公布了候选清单。项目规模合计最多1600亿美元。", "Tranche accord/longlist")]
    [InlineData("首批项目包括80亿美元的铁路隧道和32亿美元的原油出口码头。", "Project accord/first/rail; Project accord/first/oil")]
    [InlineData("果园协定的2000亿美元中，剩余1890亿美元尚无去处。", "Headline accord; Other -")]
    [InlineData("韦斯特马克也承诺投资3500亿美元。其中1500亿美元为现金，总额不变。", "Background -; Background -")]
    [InlineData("铁路隧道将获得20亿美元贷款。", "Tranche accord/first/rail")]
    public void Chinese_IsPlacedBySubject(string text, string expected) => Assert.Equal(expected, Placed("zh", "果园协定", text));

    [Theory]
    [InlineData("en", "Norland Pours $11 Billion Into Two Towns", "The rail tunnel and the crude export pier open the Orchard Accord. Together the two projects are worth $11 billion.", "Tranche accord/first; Tranche accord/first")]
    [InlineData("en", "Norland's $20 Billion Bet", "Under the Orchard Accord, Norland has promised to invest $20 billion in Suderia.", "Headline accord; Headline accord")]
    [InlineData("en", "Norland's $20 Billion Bet on Suderia", "Officials spoke of the Orchard Accord.", "Headline accord")]
    [InlineData("ja", "小型工場に約200億ドル　オーチャード協定の第2弾", "第2弾として半導体工場の建設を発表した。事業規模は約200億ドル。", "Project accord/second/chips; Project accord/second/chips")]
    [InlineData("en", "Quillan lifts Belmar bid to 3,100 yen a share", "Quillan raised its offer for Belmar Foods to 3,100 yen a share, or 930 billion yen in total.", "PerShare takeover; PerShare takeover; Headline takeover")]
    [InlineData("en", "Quillan to buy Belmar", "The offer values the maker of jams at 930 billion yen ($6 billion), Quillan said.", "Headline takeover; Headline takeover")]
    [InlineData("en", "Quillan to buy Belmar", "Quillan will sell a 10% stake in Belmar Foods to a fund for 80 billion yen.", "Tranche takeover")]
    [InlineData("ja", "クイラン、ベルマー食品にTOB", "買付価格は1株3000円、買付総額は約9300億円。", "PerShare takeover; Headline takeover")]
    [InlineData("ko", "퀼란, 벨마푸드 인수", "퀼란은 벨마푸드를 주당 3000엔, 총액 9300억 엔에 인수한다.", "PerShare takeover; Headline takeover")]
    [InlineData("zh", "奎兰收购贝尔马食品", "奎兰将以每股3000日元、总额9300亿日元收购贝尔马食品。", "PerShare takeover; Headline takeover")]
    public void TitleAndText_Agree(string language, string title, string text, string expected) => Assert.Equal(expected, Placed(language, title, text));

    [Theory]
    [InlineData("en", "Norland and Suderia open $90 billion Meadow Compact", "The $90 billion Meadow Compact begins with a first phase of up to $14 billion, officials said.", "Headline compact; Headline compact; Tranche compact")]
    [InlineData("en", "Meadow Compact", "The first batch has shrunk to about $11 billion from the $14 billion discussed last month.", "Tranche compact; Tranche compact")]
    [InlineData("en", "Meadow Compact", "It covers the $5.5 billion Tarn Lake gas plant and the $1.9 billion Port Hollow terminal.", "Project compact/tarn; Project compact/hollow")]
    [InlineData("en", "Meadow Compact", "Bank of Norland would lend $3 billion for Tarn Lake.", "Tranche compact/tarn")]
    [InlineData("en", "Meadow Compact", "Grey Oak bought a 30% stake in Port Hollow for $400 million.", "Tranche compact/hollow")]
    [InlineData("en", "Meadow Compact", "The cost of Tarn Lake has risen to $6 billion from $5.5 billion.", "Project compact/tarn; Project compact/tarn")]
    [InlineData("en", "Meadow Compact", "Tarn Lake and Port Hollow are the first two projects. Together they cost $7.4 billion, far less than the $14 billion once floated for the first phase.", "Tranche compact; Tranche compact")]
    [InlineData("en", "Meadow Compact", "Norland's trade surplus with Suderia was $60 billion last year.", "Background -")]
    [InlineData("en", "Meadow Compact", "So far $1.2 billion has been spent on Port Hollow.", "Spent compact/hollow")]
    [InlineData("en", "Meadow Compact", "A second phase of $20 billion to $25 billion will follow, leaving the remaining $51 billion open.", "Tranche compact; Other -")]
    [InlineData("ja", "メドウ協定", "第1弾の規模は最大2兆円（約140億ドル）を見込む。", "Tranche compact; Tranche compact")]
    [InlineData("ja", "メドウ協定", "対象はターン湖のガス火力発電所（総事業費約55億ドル）と、ホロー港の積み出し基地（同約19億ドル）。", "Project compact/tarn; Project compact/hollow")]
    [InlineData("ja", "メドウ協定", "協定は総額900億ドル。第2弾は200億〜250億ドルになる。", "Headline compact; Tranche compact")]
    [InlineData("ja", "メドウ協定", "ホロー港の事業費は当初の19億ドルから24億ドルに膨らんだ。", "Project compact/hollow; Project compact/hollow")]
    [InlineData("ko", "메도 협약", "1단계 규모는 최대 140억 달러로, 이 중 55억 달러가 턴 호수 가스 발전소에 들어간다.", "Tranche compact; Project compact/tarn")]
    [InlineData("ko", "메도 협약", "턴 호수 발전소의 총사업비는 약 55억 달러, 홀로 항만은 19억 달러로 책정됐다.", "Project compact/tarn; Project compact/hollow")]
    [InlineData("ko", "메도 협약", "총 900억 달러 규모의 메도 협약 가운데 2단계는 200억~250억 달러다.", "Headline compact; Tranche compact")]
    [InlineData("zh", "草甸协议", "第一阶段最多140亿美元，其中55亿美元用于塔恩湖燃气电厂。", "Tranche compact; Project compact/tarn")]
    [InlineData("zh", "草甸协议", "塔恩湖电厂总投资约55亿美元，霍洛港码头约19亿美元。", "Project compact/tarn; Project compact/hollow")]
    [InlineData("zh", "草甸协议", "总额900亿美元的草甸协议第二阶段为200亿至250亿美元。", "Headline compact; Tranche compact")]
    public void DealWithProjectsOnly_HasPhasesOfItsOwn(string language, string title, string text, string expected) => Assert.Equal(expected, Placed(language, title, text));

    [Theory]
    [InlineData("rail tunnel $3 billion loan ")]
    [InlineData("rail tunnel, crude export pier ")]
    [InlineData("first phase $8 billion together ")]
    [InlineData("Westmark $1 billion (1 billion euros) ")]
    [InlineData("Norland pays $1 billion. ")]
    [InlineData("\n")]
    public void HostileText_IsPlaced(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 20_000 / unit.Length));

        Assert.NotNull(Placed("en", text[..Math.Min(900, text.Length)], "Orchard Accord: $200 billion. " + text));
    }

    private static string Placed(string language, string title, string text)
    {
        var (titlePassage, textPassage) = (new Passage(title, InTitle: true, language), new Passage(text, InTitle: false, language));
        var placed = new AmountPlacer([Accord, Takeover, Compact]).Place(titlePassage, AmountReader.Read(titlePassage), textPassage, AmountReader.Read(textPassage));
        return string.Join("; ", placed.Select(a => $"{a.Role} {a.PartId ?? "-"}"));
    }
}
