using System.Text;
using NewsWatcher.Cli;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
return await CommandLine.Root().Parse(args).InvokeAsync();
