using System.Security.Cryptography;

namespace NewsWatcher.Review;

/// <summary>A file of the pages, from the assembly. Its address changes with its content, so that browsers may keep it for ever.</summary>
internal sealed class Asset
{
    private readonly byte[] _content;
    private readonly string _type;

    private Asset(string name, string extension, string type)
    {
        (_content, _type) = (Read($"{name}.{extension}"), type);
        Address = $"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(_content))[..16]}.{extension}";
    }

    public static Asset Style { get; } = new("review", "css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("review", "js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("mark", "svg", "image/svg+xml");

    /// <summary>All that is served.</summary>
    public static IReadOnlyList<Asset> All { get; } = [Style, Script, Icon];

    public string Address { get; }

    public IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(_content, _type);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream("Review/Assets/" + name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
