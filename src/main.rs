//! The program `briefscope`: arguments in, library calls, output.

use std::process::ExitCode;

mod cli;

fn main() -> ExitCode {
    cli::run()
}
