using Microsoft.Extensions.Primitives;
using NewsWatcher.Deals;
using NewsWatcher.Review.Pages;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Takes decisions from the forms of the pages and leads back to where they were made; the script of the pages is answered in JSON.</summary>
internal sealed class DecisionForms(ReviewDesk desk, PageWriter writer)
{
    private const string Home = "/inbox";
    private const int MostOfReturn = 2_000;

    /// <summary>accept, reject or correct, of one claim and, when asked for, of those that say the same.</summary>
    public async Task<IResult> JudgeAsync(HttpContext context, string key, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        if (Verdict(form, out var refusal) is not { } verdict)
        {
            return Answer(context, form, new ReviewAnswer.Refused(refusal));
        }

        return Answer(context, form, await desk.JudgeAsync(key, verdict, Text(form, "similar") is "yes", Reviewer(form), ct));
    }

    /// <summary>Whether an item belongs to a deal.</summary>
    public async Task<IResult> AssignAsync(HttpContext context, long itemId, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        return Answer(context, form, await desk.AssignAsync(itemId, Text(form, "deal") ?? "", Text(form, "belongs") is "yes", Reviewer(form), ct));
    }

    public async Task<IResult> UndoAsync(HttpContext context, long decisionId, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        return Answer(context, form, await desk.UndoAsync(decisionId, together: true, Reviewer(form), ct));
    }

    private static Verdict? Verdict(IFormCollection form, out string refusal)
    {
        refusal = "";
        switch (Text(form, "verdict"))
        {
            case "accept":
                return new Verdict.Accept();
            case "reject":
                return new Verdict.Reject();
            case "correct":
                return TypedFact.Read(name => Text(form, name), out refusal) is { } correction ? new Verdict.Correct(correction) : null;
            default:
                refusal = "A fact is accepted, rejected or corrected";
                return null;
        }
    }

    private static Reviewer Reviewer(IFormCollection form) => new(Outputs.Reader.Name, Text(form, "why"));

    // What was left empty was not said.
    private static string? Text(IFormCollection form, string name) => form[name] is [{ } text] && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private IResult Answer(HttpContext context, IFormCollection form, ReviewAnswer answer)
    {
        var (decision, fault, status) = answer switch
        {
            ReviewAnswer.Decided { Decisions: [var first, ..] } => (first, null, StatusCodes.Status200OK),
            ReviewAnswer.Refused(var reason) => (null, reason, StatusCodes.Status400BadRequest),
            ReviewAnswer.NotFound(var reason) => (null, reason, StatusCodes.Status404NotFound),
            _ => ((Decision?)null, (string?)null, StatusCodes.Status200OK),
        };
        if (context.Request.Headers.Accept == "application/json")
        {
            return TypedResults.Json(new { decision = decision?.Id, kind = decision?.Kind, fault }, statusCode: status);
        }

        return fault is null ? TypedResults.Redirect(Back(form["return"], decision is null or Decision.Undone ? null : decision.Id))
            : writer.Page<ProblemPage, ProblemView>(new(status, "Nothing was changed", fault + "."), status);
    }

    // Only to a page of our own.
    private static string Back(StringValues asked, long? decided)
    {
        var back = asked is [{ Length: < MostOfReturn } path] && path is ['/', not ('/' or '\\'), ..] && path.All(c => c is > ' ' and <= '~') ? path : Home;
        var (address, anchor) = back.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (back[..at], back[at..]) : (back, "");
        return decided is null ? back : FormattableString.Invariant($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}decided={decided}{anchor}");
    }
}
