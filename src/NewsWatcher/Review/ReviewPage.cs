using Microsoft.AspNetCore.Components;

namespace NewsWatcher.Review;

/// <summary>A page: its frame and what it shows, both loaded by the endpoint.</summary>
public abstract class ReviewPage<TView> : ComponentBase
{
    // The endpoint passes both, always: see PageWriter.
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    [Parameter, EditorRequired]
    public TView View { get; set; } = default!;
}
