//! One file that carries a pack from office to office: plain text, the pack first, then its stories, each under a line
//! that names it. It can be read, mailed and compared as it is.

use crate::OfficeError;

/// The first line of such a file.
const HEAD: &str = "# huifang-pack 1";
const PACK: &str = "pack.toml";
const STORIES: &str = "stories/";

/// A pack and its stories as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PackFile {
    /// The pack.
    pub text: String,
    /// Its story files: name and text.
    pub stories: Vec<(String, String)>,
}

impl PackFile {
    /// The file's text.
    pub fn write(&self) -> String {
        let mut file = format!("{HEAD}\n");
        let mut part = |name: &str, text: &str| {
            file += &format!("=== {name} ===\n");
            for line in text.lines() {
                // A line of the text that looks like a heading of ours is told from it by a backslash.
                let escape = if heading(line.trim_start_matches('\\')).is_some() { "\\" } else { "" };
                file += &format!("{escape}{line}\n");
            }
        };
        part(PACK, &self.text);
        for (name, text) in &self.stories {
            part(&format!("{STORIES}{name}"), text);
        }
        file
    }

    /// Reads such a file.
    ///
    /// # Errors
    /// `not_a_pack_file`, with what is wrong.
    pub fn read(file: &str) -> Result<Self, OfficeError> {
        let refuse = |text: &str| OfficeError::invalid("not_a_pack_file", text);
        let mut lines = file.trim_start_matches('\u{feff}').lines();
        if lines.next().map(str::trim_end) != Some(HEAD) {
            return Err(refuse("这不是制度包文件(第一行应是 # huifang-pack 1)"));
        }
        let mut parts: Vec<(String, String)> = Vec::new();
        for line in lines {
            match (heading(line), parts.last_mut()) {
                (Some(name), _) => parts.push((name.to_owned(), String::new())),
                (None, Some((_, text))) => {
                    let told = line.strip_prefix('\\').filter(|rest| heading(rest.trim_start_matches('\\')).is_some());
                    *text += told.unwrap_or(line);
                    *text += "\n";
                }
                (None, None) if line.trim().is_empty() => {}
                (None, None) => return Err(refuse("制度包文件的开头缺少 === pack.toml === 一行")),
            }
        }
        let mut text = None;
        let mut stories = Vec::new();
        for (name, part) in parts {
            match name.strip_prefix(STORIES) {
                Some(story) => stories.push((story.to_owned(), part)),
                None => text = Some(part),
            }
        }
        let text = text.ok_or_else(|| refuse("制度包文件里没有 === pack.toml === 一节"))?;
        Ok(Self { text, stories })
    }
}

/// The name in a line that begins a part: `pack.toml`, or a story file without a path.
fn heading(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix("=== ")?.strip_suffix(" ===")?;
    let story = name.strip_prefix(STORIES).filter(|s| s.ends_with(".md") && !s.contains(['/', '\\']));
    (name == PACK || story.is_some()).then_some(name)
}

/// The pack's text with another id and title in its `[pack]`; its lines stay where they are.
pub(super) fn with_head(text: &str, id: &str, title: &str) -> String {
    let mut section = String::new();
    let line = |line: &str| {
        let bare = line.trim();
        if bare.starts_with('[') {
            section = bare.split('#').next().unwrap_or_default().trim().to_owned();
        }
        let key = bare.split('=').next().unwrap_or_default().trim();
        match (section.as_str(), key) {
            ("[pack]", "id") => format!("id = {}\n", quoted(id)),
            ("[pack]", "title") => format!("title = {}\n", quoted(title)),
            _ => format!("{line}\n"),
        }
    };
    text.lines().map(line).collect()
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_file_reads_back_as_it_was_written() {
        let file = PackFile {
            text: "[pack]\nid = \"x\"\n=== pack.toml ===\n\\=== pack.toml ===\n".to_owned(),
            stories: vec![("a.md".to_owned(), "# 故事\n\n=== 不是标题 ===\n".to_owned())],
        };
        assert_eq!(PackFile::read(&file.write()).expect("our own file"), file);
        let windows = file.write().replace('\n', "\r\n");
        assert_eq!(PackFile::read(&windows).expect("line ends do not matter"), file);
    }

    #[test]
    fn another_file_is_refused_in_words() {
        for text in ["", "[pack]\n", "# huifang-pack 1\nid = 1\n", "# huifang-pack 1\n=== stories/a.md ===\n"] {
            assert_eq!(PackFile::read(text).expect_err("no pack").code(), "not_a_pack_file", "{text:?}");
        }
    }

    #[test]
    fn only_the_head_of_a_copy_is_another() {
        let text =
            "# 说明\n[pack]   # 头\nid = \"002-12\"\ntitle = \"旧\" # 名\n[[rule]]\nid = \"a\"\ntitle = \"甲\"\n";
        let copy = with_head(text, "002-12-本院", "新\"名\"");
        assert_eq!(
            copy,
            "# 说明\n[pack]   # 头\nid = \"002-12-本院\"\ntitle = \"新\\\"名\\\"\"\n[[rule]]\nid = \"a\"\ntitle = \"甲\"\n"
        );
    }
}
