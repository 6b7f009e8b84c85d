package io.customerhub.examples.quickstart;

import io.customerhub.event.CustomerHubException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Reads customer data of several sources into a hub and prints what came of it: who is who and how
 * well that was found, one person all round, segments and the sales funnel.
 *
 * <p>Without arguments it runs on the sample data that it ships; {@code --help} says how to run it
 * on other data.
 */
public final class Quickstart {

  private static final int FAILED = 1;
  private static final int CALLED_WRONGLY = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final LongSupplier nanos;

  Quickstart(PrintStream out, PrintStream err, LongSupplier nanos) {
    this.out = out;
    this.err = err;
    this.nanos = nanos;
  }

  /**
   * Runs the example and exits with its code: 0, 1 if nothing could be read, 2 if called wrongly.
   *
   * @param args what to read and where to keep it; see {@code --help}
   */
  public static void main(String[] args) {
    int code =
        new Quickstart(utf8(FileDescriptor.out), utf8(FileDescriptor.err), System::nanoTime)
            .run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  int run(String... args) {
    try {
      Options options = Options.of(args);
      if (options.help()) {
        out.print(Usage.TEXT);
        return 0;
      }
      return new Run(options, out, err, nanos).run();
    } catch (UsageException e) {
      err.println("quickstart: " + e.getMessage() + "\n--help says what can be given");
      return CALLED_WRONGLY;
    } catch (IOException e) {
      err.println("quickstart: " + Failures.text(e));
      return FAILED;
    } catch (CustomerHubException e) {
      err.println("quickstart: " + e.getMessage());
      return FAILED;
    }
  }

  /** Names and bars are in UTF-8 whatever the locale, which in many containers is plain ASCII. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
