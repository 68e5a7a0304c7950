using System.Collections.Frozen;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Names;

/// <summary>All names and keywords of the followed deals, compiled once.</summary>
internal sealed class NameTable
{
    private readonly PhraseTrie _trie = new();
    private readonly List<NameTerm> _terms = [];
    private readonly GapPhrases _gapPhrases = new();
    private readonly List<NameUse> _gapUses = [];
    private readonly Dictionary<(string Phrase, NameUse Use), int> _known = [];
    private readonly FrozenDictionary<string, FrozenDictionary<Country, NameUse.Party>> _countries;

    public NameTable(IReadOnlyList<FollowedDeal> deals)
    {
        var countries = new Dictionary<string, FrozenDictionary<Country, NameUse.Party>>(StringComparer.Ordinal);
        foreach (var deal in deals)
        {
            foreach (var part in deal.Parts)
            {
                AddPart(part, isRoot: part == deal.Root);
            }

            foreach (var watched in deal.Watch)
            {
                AddParty(deal.Id, watched, watched: true);
            }

            foreach (var milestone in deal.Milestones)
            {
                var use = new NameUse.Milestone(deal.Id, milestone);
                AddWord(milestone.Name, use);
                AddAll(milestone.Aliases, use, AddWord);
            }

            AddAll(deal.Lookalikes, new NameUse.Lookalike(deal.Id), AddName);
            countries[deal.Id] = CountriesOf(deal);
        }

        _countries = countries.Where(c => c.Value.Count > 1).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every use of every name of a passage, in the order of its start. Organisations within longer ones are left out.</summary>
    public List<NameHit> Find(ScannedPassage passage)
    {
        var phrases = new List<PhraseHit>();
        _trie.Find(passage.Folded.Folded, phrases);
        var sentences = passage.Passage.Sentences;
        var names = new List<NameHit>(phrases.Count);
        foreach (var phrase in phrases)
        {
            var term = _terms[phrase.Id];
            var (start, end) = (passage.Folded.Start(phrase.Start), passage.Folded.End(phrase.End));
            if (term.Fits(passage, phrase, start, end))
            {
                var whole = term.Use.IsOrganisation ? KatakanaEnd(passage.Text, end) : end;
                names.Add(new(term.Use, start, whole, sentences.IndexAt(start)));
            }
        }

        foreach (var hit in _gapPhrases.Find(passage.Folded, sentences))
        {
            var start = passage.Folded.Start(hit.Start);
            names.Add(new(_gapUses[hit.Id], start, passage.Folded.End(hit.End), sentences.IndexAt(start)));
        }

        AddPairs(passage, names);
        names.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        DropInner(names);
        return names;
    }

    // The short form of a foreign company's name is followed by the rest of it: ヘルヴァ・インダストリーズ.
    private static int KatakanaEnd(string text, int end)
    {
        if (end + 1 < text.Length && text[end] == '・' && NameTerm.IsKatakana(text[end - 1]) && NameTerm.IsKatakana(text[end + 1]))
        {
            while (end < text.Length && NameTerm.IsKatakana(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static void DropInner(List<NameHit> names)
    {
        var (start, end) = (-1, -1);
        names.RemoveAll(n =>
        {
            if (!n.Use.IsOrganisation)
            {
                return false;
            }

            if (n.Start >= end)
            {
                (start, end) = (n.Start, n.End);
                return false;
            }

            return n.Start != start || n.End != end;
        });
    }

    // 日米, 한미: each letter is a government when both are parties of one deal.
    private void AddPairs(ScannedPassage passage, List<NameHit> names)
    {
        var text = passage.Text;
        for (var i = 0; _countries.Count > 0 && i + 1 < text.Length; i++)
        {
            if (text[i] < '\u2E80' || Countries.OfLetter(text[i]) is not { } one)
            {
                continue;
            }

            var next = text[i + 1] is '・' or '·' ? i + 2 : i + 1;
            if (next < text.Length && Countries.OfLetter(text[next]) is { } other && (i == 0 || !NameTerm.IsDense(text[i - 1])))
            {
                foreach (var parties in _countries.Values.Where(p => p.ContainsKey(one) && p.ContainsKey(other)))
                {
                    var sentence = passage.Passage.Sentences.IndexAt(i);
                    names.Add(new(parties[one], i, i + 1, sentence));
                    names.Add(new(parties[other], next, next + 1, sentence));
                }
            }
        }
    }

    private static FrozenDictionary<Country, NameUse.Party> CountriesOf(FollowedDeal deal) => deal.Parts
        .SelectMany(p => p.Parties.Select(q => (Country: Country(q), Use: new NameUse.Party(p.Id, q, Watched: false, Metonym: false))))
        .Where(p => p.Country is not null)
        .GroupBy(p => p.Country ?? throw new System.Diagnostics.UnreachableException(), p => p.Use)
        .ToFrozenDictionary(g => g.Key, g => g.First());

    private static Country? Country(FollowedParty party) =>
        Countries.Named(party.Name) ?? party.Aliases.Select(Countries.Named).FirstOrDefault(c => c is not null);

    private void AddPart(FollowedPart part, bool isRoot)
    {
        var use = new NameUse.Part(part.Id, part.Kind, part.Name, isRoot);
        AddWord(part.Name, use);
        AddAll(part.Aliases, use, AddWord);
        foreach (var keyword in part.Keywords)
        {
            AddWord(keyword, new NameUse.Keyword(part.Id, keyword));
        }

        foreach (var party in part.Parties)
        {
            AddParty(part.Id, party, watched: false);
        }
    }

    private void AddParty(string partId, FollowedParty party, bool watched)
    {
        var use = new NameUse.Party(partId, party, watched, Metonym: false);
        AddName(party.Name, use);
        var country = Country(party);
        AddAll([.. party.Aliases.Where(a => country?.Capitals.Contains(a) is not true)], use, AddName);
        if (country is not null)
        {
            AddAll(country.Names, use, AddName);
            AddAll(country.Capitals, use with { Metonym = true }, AddName);
        }
    }

    private static void AddAll(IReadOnlyList<string> names, NameUse use, Action<string, NameUse> add)
    {
        foreach (var name in names)
        {
            add(name, use);
        }
    }

    private void AddName(string name, NameUse use)
    {
        AddPhrase(FoldedPassage.Fold(name), name, use);
        AddPhrase(PartyName.Fold(name), name, use);
    }

    private void AddWord(string word, NameUse use)
    {
        if (GapPhrases.HasGap(word))
        {
            _gapPhrases.Add(word, _gapUses.Count);
            _gapUses.Add(use);
            return;
        }

        foreach (var form in WordForms.Of(FoldedPassage.Fold(word)))
        {
            AddPhrase(form, word, use);
        }
    }

    private void AddPhrase(string phrase, string printed, NameUse use)
    {
        // One letter names everything, and a name that is no letter at all names nothing.
        if (phrase.Length < 2 || !phrase.Any(char.IsLetterOrDigit) || !_known.TryAdd((phrase, use), _terms.Count))
        {
            return;
        }

        _trie.Add(phrase, _terms.Count);
        _terms.Add(new(use, IsAcronym(printed), Names.Countries.Named(phrase) is not null));
        if (phrase.Contains('・', StringComparison.Ordinal))
        {
            AddPhrase(phrase.Replace("・", "", StringComparison.Ordinal), printed, use);
            AddPhrase(phrase.Replace('・', ' '), printed, use);
        }
    }

    // "US" and "SEC" are names in capitals only.
    private static bool IsAcronym(string name) => name.Length <= 5 && name.Any(char.IsAsciiLetterUpper) && !name.Any(char.IsLower) && name.All(c => c is '.' or '&' || char.IsAscii(c));
}
