//! Colors on a terminal, none elsewhere; text that cannot steer the terminal.

use std::io::IsTerminal;

use briefscope::document::Kind;

/// Colors for standard output.
#[derive(Clone, Copy)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// Colors where standard output is a terminal and `NO_COLOR` is not set.
    pub fn for_stdout() -> Self {
        let on = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { on }
    }

    /// Text in the color of a kind: blue actors, green places, yellow themes.
    pub fn kind(self, kind: Kind, text: &str) -> String {
        self.with(
            match kind {
                Kind::Actor => "1;34",
                Kind::Place => "1;32",
                Kind::Theme => "1;33",
            },
            text,
        )
    }

    /// Text in the color of a polarity: cyan favourable, red hostile.
    pub fn polarity(self, polarity: f64, text: &str) -> String {
        let code = match polarity {
            x if x > 0.0 => "1;36",
            x if x < 0.0 => "1;31",
            _ => "1",
        };
        self.with(code, text)
    }

    /// Text that may be passed over.
    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        let text = plain(text);
        if self.on { format!("\x1b[{code}m{text}\x1b[0m") } else { text }
    }
}

/// Text without control characters.
pub fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}
