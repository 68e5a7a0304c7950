using System.Runtime.InteropServices;
using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Stages;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Parties;

/// <summary>Reads who has a part in a deal: the configured parties, and organisations to which a phrase gives a role.</summary>
internal sealed class PartyReader
{
    private const int ShortestBeginning = 3;

    private readonly Dictionary<string, PartyTally> _tallies = new(StringComparer.Ordinal);

    private PartyReader()
    {
    }

    public static List<PartyMention> Read(ScannedPassage title, ScannedPassage text)
    {
        var reader = new PartyReader();
        reader.Add(title);
        reader.Add(text);
        reader.MergeShortNames();
        return [.. reader._tallies.Values.SelectMany(Mentions)];
    }

    // "Orca" is the "Orca Logistics" of the same article, unless two names begin with it.
    private void MergeShortNames()
    {
        var longer = new Dictionary<string, HashSet<PartyTally>>(StringComparer.OrdinalIgnoreCase);
        foreach (var tally in _tallies.Values)
        {
            foreach (var beginning in Beginnings(tally))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(longer, beginning, out _) ??= []).Add(tally);
            }
        }

        foreach (var (key, tally) in _tallies.Where(t => t.Value.Uses.Count == 0).ToList())
        {
            if (longer.TryGetValue(tally.Printed, out var found) && found.Count == 1)
            {
                found.First().Add(tally);
                _tallies.Remove(key);
                foreach (var beginning in Beginnings(tally))
                {
                    longer[beginning].Remove(tally);
                }
            }
        }
    }

    private static IEnumerable<string> Beginnings(PartyTally tally)
    {
        foreach (var name in tally.Uses.Select(u => u.Followed.Name).Prepend(tally.Printed))
        {
            for (var space = name.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = name.IndexOf(' ', space + 1))
            {
                if (space >= ShortestBeginning)
                {
                    yield return name[..space];
                }
            }
        }
    }

    private void Add(ScannedPassage passage)
    {
        var organisations = passage.Organisations;
        for (var i = 0; i < organisations.Count;)
        {
            var sentence = organisations[i].Sentence;
            var end = i;
            while (end < organisations.Count && organisations[end].Sentence == sentence)
            {
                end++;
            }

            AddSentence(passage, [.. organisations.Skip(i).Take(end - i)], sentence);
            i = end;
        }
    }

    private void AddSentence(ScannedPassage passage, List<OrganisationHit> organisations, int sentence)
    {
        var tallies = organisations.ConvertAll(o => Tally(passage, o));
        var part = passage.PartNamedIn(sentence);
        var acts = NamesPart(passage, sentence) && passage.Has(sentence, CueKind.Future);
        var isBackground = passage.Has(sentence, CueKind.Background);
        var words = tallies.ConvertAll(_ => new PartyWords());
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue.Kind is not (CueKind.Role or CueKind.Strength or CueKind.Party))
            {
                continue;
            }

            foreach (var hit in RoleBinder.Bound(passage, organisations, cue))
            {
                // Another deal of last year gives nobody a part in this one.
                if (!isBackground || hit.Uses.Count > 0)
                {
                    var at = organisations.IndexOf(hit);
                    Apply(passage, tallies[at], cue, hit);
                    words[at].Add(passage, cue);
                }
            }
        }

        var step = passage.Has(sentence, CueKind.Hedge) ? null : StepOf(passage, sentence);
        for (var i = 0; i < tallies.Count; i++)
        {
            tallies[i].TakesPart |= acts && !organisations[i].IsPlain;
            tallies[i].PartId ??= part;
            tallies[i].TakesPart |= tallies[i].IsGovernment && step is Stage.Mou or Stage.Agreed;
            tallies[i].Strengthen(words[i].Strength(step, tallies[i].IsGovernment));
        }
    }

    private static bool NamesPart(ScannedPassage passage, int sentence)
    {
        foreach (var name in passage.NamesOf(sentence))
        {
            if (name.Use is NameUse.Part)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far the sentence says that the deal has got, in plain words and as done.</summary>
    private static Stage? StepOf(ScannedPassage passage, int sentence)
    {
        Stage? step = null;
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue is { Kind: CueKind.Stage, Value: (int)Stage.Announced or (int)Stage.Mou or (int)Stage.Agreed } && !StageClause.IsNegated(passage, cue)
                && (cue.Cue.Value == (int)Stage.Announced || !StageClause.IsFuture(passage, cue)))
            {
                step = step is { } other && (int)other >= cue.Cue.Value ? step : (Stage)cue.Cue.Value;
            }
        }

        return step;
    }

    private static void Apply(ScannedPassage passage, PartyTally tally, CueHit cue, OrganisationHit hit)
    {
        // A name that is one by its capitals alone needs a phrase that leaves no doubt.
        if (hit.IsPlain && cue.Cue.Weak)
        {
            return;
        }

        switch (cue.Cue.Kind)
        {
            case CueKind.Role:
                var (start, end) = (Math.Min(hit.Start, cue.Start), Math.Max(hit.End, cue.End));
                tally.Vote((PartyRole)cue.Cue.Value, cue.Cue.Weak, passage.Evidence(start, end, "party-role"));
                break;
            case CueKind.Strength:
                tally.Strengthen((PartyStrength)cue.Cue.Value);
                tally.IsInvolved |= !cue.Cue.Weak;
                break;
            default:
                tally.TakesPart = true;
                break;
        }
    }

    private PartyTally Tally(ScannedPassage passage, OrganisationHit hit)
    {
        var printed = passage.Text[hit.Start..hit.End];
        var key = hit.Uses.Count > 0 ? "=" + hit.Uses[0].PartId + hit.Uses[0].Followed.Name : PartyName.Fold(printed);
        if (!_tallies.TryGetValue(key, out var tally))
        {
            tally = new(printed, hit.Uses, passage.Evidence(hit.Start, hit.End, hit.Uses.Count > 0 ? "party-name" : "party-role"));
            _tallies.Add(key, tally);
        }

        tally.Kind ??= hit.Kind;
        return tally;
    }

    private static IEnumerable<PartyMention> Mentions(PartyTally tally)
    {
        foreach (var use in tally.Uses)
        {
            // What was watched is a party only by the text's own words.
            var role = use.Watched ? tally.VotedRole : use.Followed.Role ?? tally.Role;
            var strength = role is null && !(use.Watched && tally.IsInvolved) ? PartyStrength.Mentioned : Stated(tally, use, role);
            yield return new(tally.Printed, use.Followed.Name, role, strength, use.PartId, tally.Evidence);
        }

        if (tally.Uses.Count == 0 && tally.Role is { } read)
        {
            yield return new(tally.Printed, null, read, tally.Strength > PartyStrength.Mentioned ? tally.Strength : PartyStrength.Interested, tally.PartId, tally.Evidence);
        }
    }

    private static PartyStrength Stated(PartyTally tally, NameUse.Party use, PartyRole? role) =>
        role is null ? tally.Strength == PartyStrength.Exited ? PartyStrength.Mentioned : PartyStrength.Interested
        : tally.Strength == PartyStrength.Mentioned && use.Watched ? PartyStrength.Interested
        : tally.Strength;
}
