namespace NewsWatcher.Hosting;

/// <summary>Where the running daemon listens, in a file of the data folder: a free port, or one of --urls, stands in no settings.</summary>
internal sealed class DaemonAddress : IDisposable
{
    private readonly string _file;

    private DaemonAddress(string file) => _file = file;

    public static async Task<DaemonAddress> WriteAsync(AppPaths paths, string address, CancellationToken ct)
    {
        var file = FileIn(paths);
        await File.WriteAllTextAsync(file, address, ct);
        return new(file);
    }

    /// <summary>Null where no daemon left one, or one that nobody can read.</summary>
    public static Uri? Find(AppPaths paths)
    {
        try
        {
            return Uri.TryCreate(File.ReadAllText(FileIn(paths)), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp ? address : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => File.Delete(_file);

    private static string FileIn(AppPaths paths) => Path.Combine(paths.Data, "newswatcher.url");
}
