using AngleSharp;
using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace NewsWatcher.Html;

/// <summary>Reads a CSS selector with the parser of the page library, and puts our own parts in place of its way of matching.</summary>
internal sealed class SelectorParser : ISelectorVisitor
{
    private const int MaxDepth = 3;

    private static readonly ICssSelectorParser Parser = BrowsingContext.New(AngleSharp.Configuration.Default).GetService<ICssSelectorParser>()
        ?? throw new InvalidOperationException("the page library has no parser for selectors");

    private readonly int _depth;
    private SelectorPart? _part;
    private string? _fault;

    private SelectorParser(int depth) => _depth = depth;

    public static PageSelector? Parse(string text, out string? fault) => Part(text, 0, out fault) is { } part ? new(text, part) : null;

    public void Type(string name) =>
        Take(name == "*" ? new SelectorPart.Single(_ => true) : new SelectorPart.Single(n => string.Equals(n.Tag, name, StringComparison.OrdinalIgnoreCase)));

    public void Id(string value) => Take(new SelectorPart.Single(n => string.Equals(n["id"], value, StringComparison.Ordinal)));

    public void Class(string name) => Take(new SelectorPart.Single(n => n["class"] is { } classes && HasWord(classes, name)));

    public void Attribute(string name, string op, string? value)
    {
        var (key, sought) = (name.ToLowerInvariant(), value ?? "");
        Func<string, bool>? matches = op switch
        {
            "" or null => _ => true,
            "=" => v => v == sought,
            "!=" => v => v != sought,
            "~=" => v => HasWord(v, sought),
            "|=" => v => v == sought || v.StartsWith(sought + "-", StringComparison.Ordinal),
            "^=" => v => sought.Length > 0 && v.StartsWith(sought, StringComparison.Ordinal),
            "$=" => v => sought.Length > 0 && v.EndsWith(sought, StringComparison.Ordinal),
            "*=" => v => sought.Length > 0 && v.Contains(sought, StringComparison.Ordinal),
            _ => null,
        };
        if (matches is null)
        {
            Refuse($"\"[{name}{op}…]\" is not known");
            return;
        }

        Take(new SelectorPart.Single(n => n[key] is { } v ? matches(v) : op == "!="));
    }

    public void Child(string name, int step, int offset, ISelector selector)
    {
        // AngleSharp reads "2 of .x" as well, which few browsers know.
        if (selector is not null && selector.Text != "*")
        {
            Refuse($"\":{name}(… of …)\" is not known");
            return;
        }

        Nth(name, step, offset);
    }

    public void PseudoClass(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var (word, argument) = open > 0 ? (name[..open], name[(open + 1)..].TrimEnd(')')) : (name, "");
        switch (word)
        {
            case "first-child" or "last-child" or "first-of-type" or "last-of-type":
                Nth(word, 0, 1);
                break;
            case "only-child" or "only-of-type":
                var ofKind = word == "only-of-type";
                Take(new SelectorPart.All([new SelectorPart.Nth(0, 1, ofKind, IsFromEnd: false), new SelectorPart.Nth(0, 1, ofKind, IsFromEnd: true)]));
                break;
            case "empty":
                Take(new SelectorPart.Single(n => n.Children.Count == 0));
                break;
            case "not" or "is" or "where" or "has" when name.EndsWith(')'):
                Nested(word, name[(open + 1)..^1]);
                break;
            default:
                Refuse($"\":{word}{(argument.Length > 0 ? "(…)" : "")}\" is not known here");
                break;
        }
    }

    public void PseudoElement(string name) => Refuse($"\"::{name}\" is no element of a page");

    public void List(IEnumerable<ISelector> selectors) => Several(selectors, parts => new SelectorPart.Any(parts));

    public void Many(IEnumerable<ISelector> selectors) => Several(selectors, parts => new SelectorPart.All(parts));

    public void Combinator(IEnumerable<ISelector> selectors, IEnumerable<string> symbols)
    {
        var relations = symbols.ToList();
        if (relations.Find(r => r is not (" " or ">" or "+" or "~" or ">>")) is { } odd)
        {
            Refuse($"\"{odd}\" is not known");
            return;
        }

        Several(selectors, parts =>
        {
            var whole = parts[0];
            for (var i = 1; i < parts.Count; i++)
            {
                whole = new SelectorPart.Related(whole, relations[i - 1] == ">>" ? ' ' : relations[i - 1][0], parts[i]);
            }

            return whole;
        });
    }

    private static SelectorPart? Part(string text, int depth, out string? fault)
    {
        fault = depth > MaxDepth ? "it is nested too deeply"
            : text.Length > PageSelector.MaxCharacters ? $"it is longer than {PageSelector.MaxCharacters} characters"
            : text.TrimStart() is ['>' or '+' or '~', ..] ? "it begins in the middle: nothing stands before its first sign"
            : null;
        if (fault is not null)
        {
            return null;
        }

        if (Parser.ParseSelector(text) is not { } selector)
        {
            fault = "it is no CSS selector";
            return null;
        }

        return Part(selector, depth, out fault);
    }

    private static SelectorPart? Part(ISelector selector, int depth, out string? fault)
    {
        var reader = new SelectorParser(depth);
        selector.Accept(reader);
        fault = reader._fault ?? (reader._part is null ? "it is no CSS selector" : null);
        return fault is null ? reader._part : null;
    }

    private void Nested(string word, string text)
    {
        // What :has() holds is looked for within; where it begins with a relation, the library writes ":scope" before it.
        if (text.Contains(":scope", StringComparison.Ordinal))
        {
            Refuse("inside \":has()\" nothing may begin with a sign such as \">\"");
        }
        else if (Part(text, _depth + 1, out var fault) is not { } inner)
        {
            Refuse($"inside \":{word}()\", {fault}");
        }
        else
        {
            Take(word switch { "not" => new SelectorPart.Not(inner), "has" => new SelectorPart.Has(inner), _ => inner });
        }
    }

    private void Nth(string name, int step, int offset) =>
        Take(new SelectorPart.Nth(step, offset, name.EndsWith("-of-type", StringComparison.Ordinal), name.Contains("last-", StringComparison.Ordinal)));

    private void Several(IEnumerable<ISelector> selectors, Func<IReadOnlyList<SelectorPart>, SelectorPart> join)
    {
        var parts = new List<SelectorPart>();
        foreach (var selector in selectors)
        {
            if (Part(selector, _depth, out var fault) is not { } part)
            {
                Refuse(fault ?? "it is no CSS selector");
                return;
            }

            parts.Add(part);
        }

        if (parts.Count > 0)
        {
            Take(join(parts));
        }
    }

    private void Take(SelectorPart part) => _part = part;

    private void Refuse(string fault) => _fault ??= fault;

    private static bool HasWord(string words, string word)
    {
        for (var at = words.IndexOf(word, StringComparison.Ordinal); at >= 0; at = words.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (word.Length > 0 && (at == 0 || char.IsWhiteSpace(words[at - 1])) && (at + word.Length == words.Length || char.IsWhiteSpace(words[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
