using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsWatcher.Outputs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsWatcher.Cli;

/// <summary>What a verb prints on: tables that fit the width, plain text in a pipe. Captured text never reaches it with control characters.</summary>
internal sealed partial class Terminal
{
    private const int PipeColumns = 100;
    private const int FewColumns = 72;

    // Of those for private use: no line ends there, and no text that is told holds one.
    private const char Joint = '\uE000';

    private readonly bool _isColoured;
    private readonly bool _isWrapped;

    public Terminal(ParseResult parsed)
        : this(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(GlobalOptions.Width))
    {
    }

    /// <param name="width">Null for that of the screen, if there is one.</param>
    public Terminal(TextWriter output, TextWriter error, int? width)
    {
        (Output, Error) = (output, error);
        var isScreen = IsScreen = ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected;
        _isColoured = isScreen && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        _isWrapped = isScreen || width is not null;
        Width = Math.Clamp(width ?? (isScreen && Console.WindowWidth > 0 ? Console.WindowWidth : PipeColumns), 20, 400);
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public int Width { get; }

    /// <summary>Whether rows are told in lines, since a table would not fit.</summary>
    public bool IsNarrow => Width < FewColumns;

    /// <summary>Whether somebody watches: then it may tell what takes time.</summary>
    public bool IsScreen { get; }

    public void Json(JsonNode shape) => Output.WriteLine(shape.ToJsonString(JsonShapes.Indented));

    /// <summary>A line; on a screen a paragraph that is wrapped below its own beginning.</summary>
    public void Line(string text = "", int indent = 0)
    {
        if (_isWrapped)
        {
            Write(new Padder(new Text(Unbroken(PlainLine.Of(text), Width - indent))).Padding(indent, 0, 0, 0));
        }
        else
        {
            Output.WriteLine(new string(' ', indent) + PlainLine.Of(text));
        }
    }

    // A command is there to be copied: it begins a line of its own rather than being broken. What is longer than a line cannot be helped.
    private static string Unbroken(string text, int columns) => Command.Replace(text, m => m.Length <= columns ? m.Value.Replace(' ', Joint) : m.Value);

    /// <summary>An address: one line whatever the width, so that it can be copied and followed.</summary>
    public void Address(string url, int indent = 0) => Output.WriteLine(new string(' ', indent) + PlainLine.Of(url));

    /// <summary>The beginning of a text that fills so many columns at most; wide characters take two.</summary>
    public string Cut(string text, int columns)
    {
        var whole = PlainLine.Of(text);
        if (!_isWrapped || Columns(whole) <= columns)
        {
            return whole;
        }

        var (length, used) = (0, 1);
        foreach (var rune in whole.EnumerateRunes())
        {
            used += Columns(rune.ToString());
            if (used > columns)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return whole[..length].TrimEnd() + "…";
    }

    public void Heading(string text) => Write(new Text(PlainLine.Of(text), new Style(decoration: Decoration.Bold)));

    /// <summary>A table; on narrow terminals a block of lines for each row.</summary>
    public void Table(string[] columns, IEnumerable<string?[]> rows)
    {
        if (IsNarrow)
        {
            Blocks(columns, rows);
            return;
        }

        var table = new Table { Border = TableBorder.Simple, ShowHeaders = true };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)) { NoWrap = column == columns[0] });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(c => new Text(PlainLine.Of(c ?? ""))));
        }

        Write(table);
    }

    public void Warn(string sentence) => Error.WriteLine(PlainLine.Of(sentence));

    /// <summary>Tells why nothing was done. The exit code.</summary>
    public int Refuse(string sentence, int code)
    {
        Warn(sentence);
        return code;
    }

    public int NotFound(string sentence) => Refuse(sentence, ExitCodes.NotFound);

    private static int Columns(string text) => new Segment(text).CellCount();

    private void Blocks(string[] columns, IEnumerable<string?[]> rows)
    {
        foreach (var row in rows)
        {
            Heading(row[0] ?? "");
            for (var i = 1; i < columns.Length; i++)
            {
                if (!string.IsNullOrEmpty(row[i]))
                {
                    Line($"{columns[i]}: {row[i]}", indent: 2);
                }
            }
        }
    }

    // Rendered apart, so that lines end where their text does instead of at the edge of the window.
    private void Write(IRenderable renderable)
    {
        using var rendered = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = _isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(rendered),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(renderable);
        var lines = rendered.ToString().Split('\n').Select(l => l.TrimEnd().Replace(Joint, ' ')).ToList();
        var last = lines.FindLastIndex(l => l.Length > 0);
        foreach (var line in lines.Take(last + 1).SkipWhile(l => l.Length == 0).DefaultIfEmpty(""))
        {
            Output.WriteLine(line);
        }
    }

    // Up to the end of its clause.
    [GeneratedRegex(@"newswatcher(?: [^\s]*[^\s.,;:])+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Command { get; }
}
