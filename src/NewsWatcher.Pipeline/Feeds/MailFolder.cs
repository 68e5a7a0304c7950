using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Reads the mails of a folder as a feed. Files are never written, moved or deleted; nothing that a mail links is asked for.</summary>
internal sealed class MailFolder(long maxFile)
{
    private const int MaxFiles = 2_000;
    private const long MaxBytes = 256L * 1024 * 1024;
    private const int MaxNamed = 5;

    // By folder: what was read of each file while it was as it is.
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, MailFile>> _read = new(StringComparer.Ordinal);

    /// <param name="hash">Of the names, sizes and times at the last reading: with the same ones no file is opened.</param>
    public async Task<FeedPoll> PollAsync(string folder, MailEntries each, string? hash, CancellationToken ct)
    {
        try
        {
            var all = new DirectoryInfo(folder).EnumerateFiles("*.eml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.Directory })
                .Select(f => (f.Name, File: Target(f))).OrderByDescending(f => f.File.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
            var stamp = Stamp(all, each);
            return string.Equals(stamp, hash, StringComparison.Ordinal) ? new FeedPoll.Unchanged(null, 0, null, null) : await ReadAsync(folder, all, each, stamp, ct);
        }
        catch (DirectoryNotFoundException)
        {
            return Failed($"There is no folder {folder}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"The folder {folder} cannot be read ({e.GetType().Name}).");
        }
    }

    private async Task<FeedPoll> ReadAsync(string folder, List<(string Name, FileInfo File)> all, MailEntries each, string stamp, CancellationToken ct)
    {
        var earlier = _read.GetValueOrDefault(folder);
        var read = new Dictionary<string, MailFile>(StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var (name, file) in all.Take(MaxFiles))
        {
            var length = LengthOf(file);
            bytes += Math.Min(length, maxFile);
            if (bytes > MaxBytes)
            {
                break;
            }

            var state = string.Create(CultureInfo.InvariantCulture, $"{length} {file.LastWriteTimeUtc.Ticks} {each}");
            read[name] = earlier?.GetValueOrDefault(name) is { MayPass: false } same && same.State == state ? same
                : await MailFile.ReadAsync(folder, Path.Combine(folder, name), length, state, each, maxFile, ct);
        }

        _read[folder] = read;
        var document = new FeedRead.Document(null, null, Entries(read.Values), null, null) { Remark = Remark(read, all.Count - read.Count) };
        // A hash that no later one is like: what could not be read now is tried again.
        return new FeedPoll.Fresh(document, Validators.None, read.Values.Any(f => f.MayPass) ? $"{stamp}?" : stamp, bytes, null, null, null);
    }

    // One story that several mails link is taken once, as the first of them told it: the newest come first all the same.
    private static List<Entry> Entries(IEnumerable<MailFile> files)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var letters = files.OrderBy(f => f.Date ?? DateTimeOffset.MinValue)
            .Select(f => f.Entries.Where(e => e.Id is not null || known.Add(CanonicalUrl.Identity(e.Link) ?? e.Title)).ToList()).ToList();
        letters.Reverse();
        return [.. letters.SelectMany(l => l)];
    }

    private static string? Remark(Dictionary<string, MailFile> read, int left)
    {
        var bad = read.Where(f => f.Value.Fault is not null).Select(f => $"{PlainText.Cut(f.Key, 100)} ({f.Value.Fault})").ToList();
        var more = bad.Count > MaxNamed ? string.Create(CultureInfo.InvariantCulture, $" and {bad.Count - MaxNamed} more") : "";
        string?[] remarks =
        [
            bad.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{bad.Count} of {read.Count} mails were not read: {string.Join(", ", bad.Take(MaxNamed))}{more}") : null,
            left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{left} older mails were left out: only the newest {MaxFiles:N0} files and {MaxBytes / 1024 / 1024} MiB are read") : null,
        ];
        return remarks.OfType<string>().ToList() is { Count: > 0 } told ? string.Join("; ", told) : null;
    }

    private static string Stamp(List<(string Name, FileInfo File)> files, MailEntries each)
    {
        var state = string.Concat(files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}\0{LengthOf(f.File)} {f.File.LastWriteTimeUtc.Ticks}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{each} {state}")));
    }

    // The length of a link is that of its text: what it leads to may be a pipe.
    private static FileInfo Target(FileInfo file) => file.LinkTarget is null ? file : new FileInfo(LocalFile.RealPath(file.FullName) ?? file.FullName);

    // 0 for a file that was taken away meanwhile, and for a link that leads nowhere.
    private static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    private static FeedPoll.Failed Failed(string reason) => new(OutcomeClass.HttpError, reason, 0, null, null, IsUnreachable: false);
}
