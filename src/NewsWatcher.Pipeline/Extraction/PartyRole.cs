namespace NewsWatcher.Extraction;

public enum PartyRole
{
    Government,
    Investor,
    Buyer,
    Seller,
    Target,
    Developer,
    Operator,
    Offtaker,
    Supplier,
    Contractor,
    Lender,
}
