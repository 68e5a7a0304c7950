using System.Text;
using NewsWatcher.Cli;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
return await Boundary.RunAsync(args);
