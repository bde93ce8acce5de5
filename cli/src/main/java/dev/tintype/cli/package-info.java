/// The command line: one class per subcommand.
@org.jspecify.annotations.NullMarked
package dev.tintype.cli;
