namespace NewsWatcher.Deals;

internal enum NameKind
{
    Alias,
    Part,
    Government,
    Party,
    Keyword,
    Lookalike,
}
