using System.Security.Cryptography;

namespace NewsWatcher.Review;

/// <summary>The one stylesheet, from the assembly. Its address changes with its content, so that browsers may keep it for ever.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = $"/assets/review.{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}.css";

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Review/Assets/review.css")
            ?? throw new InvalidOperationException("the stylesheet is not embedded");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
