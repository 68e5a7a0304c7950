namespace NewsWatcher.Extraction;

/// <summary>A configured project (with <see cref="Fact.PartId"/>) or a candidate nobody configured yet (without).</summary>
public sealed record ProjectMention(string Name, string? PartId, Evidence Evidence) : Fact(PartId, Evidence)
{
    public override string CanonicalValue => PartId ?? Name;
}
