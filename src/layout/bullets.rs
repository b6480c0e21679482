//! What stands before a list's item: glyphs, numbers, letters.

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bullet {
    /// A glyph: no part of the text. Its length in bytes.
    Glyph(usize),
    /// A number, as in "1." and "(2)".
    Number(u32),
    /// A letter or a small roman number, as in "(a)" and "ii)"; its place in the alphabet.
    Letter(u32),
}

/// Glyphs that word processors and typists use.
fn is_glyph(c: char) -> bool {
    if c.is_ascii() {
        matches!(c, '-' | '*' | '+')
    } else {
        "•‣▪▫●○◦■□◆◇❖➢➤►▸▶▹▷✓✔☑☐∙·⁃–—›❯❱»→➔➜⇒◊⚫⬤\u{F0B7}\u{F0A7}\u{F0D8}\u{F0A8}\u{F0FC}\u{F076}\u{F02D}\u{F0E0}".contains(c)
    }
}

/// The bullet that `line` begins with: before white space, or alone.
pub(super) fn bullet(line: &str) -> Option<Bullet> {
    let first = line.chars().next()?;
    if is_glyph(first) {
        let rest = &line[first.len_utf8()..];
        let stands_apart = rest.is_empty() || rest.starts_with(char::is_whitespace) || (first == '•' && !rest.starts_with('•'));
        return stands_apart.then_some(Bullet::Glyph(first.len_utf8()));
    }
    if first.is_ascii_alphanumeric() || first == '(' {
        labelled(line)
    } else {
        None
    }
}

/// "1.", "1)", "(1)", "a)", "(a)", "(iv)": a label, then white space.
fn labelled(line: &str) -> Option<Bullet> {
    let open = usize::from(line.starts_with('('));
    let rest = &line[open..];
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let closer = *rest.as_bytes().get(length)?;
    let after = rest.as_bytes().get(length + 1).copied();
    let label = &rest[..length];
    if !(closer == b')' || (closer == b'.' && open == 0)) || !matches!(after, Some(b' ' | b'\t')) || length == 0 {
        return None;
    }
    if let Ok(number) = label.parse::<u32>() {
        return (number <= 200).then_some(Bullet::Number(number));
    }
    if closer == b'.' && label.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    letter(label).map(Bullet::Letter)
}

fn letter(label: &str) -> Option<u32> {
    if let [byte] = label.as_bytes() {
        return byte.is_ascii_alphabetic().then(|| u32::from(byte.to_ascii_lowercase() - b'a') + 1);
    }
    let roman = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    roman
        .iter()
        .position(|r| label.eq_ignore_ascii_case(r))
        .and_then(|place| u32::try_from(place + 2).ok())
}
