//! Packs of the office's own: copied under another name, written in the window, carried in and out as one file.

use super::pack_file::{PackFile, with_head};
use crate::OfficeError;
use crate::office::Office;
use crate::packs::{PackShelf, Source};
use crate::wire::{Changed, CopyPack, Exported, PackCheck, PackFault, PackSource, PackWritten, SavePack};
use huifang_core::calendar::Now;
use huifang_core::policy::{ParamValues, PolicyPack};
use huifang_store::{OwnPackRow, Reader};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The longest identifier that still fits a line.
const LONGEST_ID: usize = 40;
/// The largest file that is a pack.
const MOST_BYTES: u64 = 4_000_000;

/// The office's own packs, by identifier.
#[derive(Clone, Default)]
pub(crate) struct OwnPacks(BTreeMap<String, Arc<Source>>);

impl OwnPacks {
    /// As the store has them.
    pub fn read(reader: &Reader<'_>) -> Result<Self, OfficeError> {
        let rows = reader.own_packs()?.into_iter();
        Ok(Self(rows.map(|row| (row.id, Arc::new(Source::own(row.text, row.stories, row.copied_from)))).collect()))
    }
}

impl Office {
    /// The packs that can be enabled here: those of the host, and the office's own.
    pub fn shelf(&self, host: &PackShelf) -> PackShelf {
        host.with(self.own.0.iter().map(|(id, source)| (id.clone(), Arc::clone(source))))
    }

    /// Copies a pack under another id and title.
    ///
    /// # Errors
    /// `bad_pack_id`, `pack_id_taken`, `name_missing`, `not_found`.
    pub fn copy_pack(&mut self, wish: &CopyPack, shelf: &PackShelf, now: Now) -> Result<PackWritten, OfficeError> {
        let (id, title) = (wish.new_id.trim(), wish.title.trim());
        refuse_id(id, shelf)?;
        if title.is_empty() {
            return Err(OfficeError::invalid("name_missing", "请写明新制度的名称"));
        }
        let source = shelf.source(&wish.id)?;
        let file = PackFile { text: with_head(&source.text, id, title), stories: source.stories.clone() };
        self.put_own(id, Some(&wish.id), file, "copy_pack", now)?;
        Ok(written(id, format!("已复制为「{title}」")))
    }

    /// Writes the text of a pack of the office's own. What is enabled of it stays as it was until it is changed there.
    ///
    /// # Errors
    /// `not_own_pack`; `pack_problems` with all of them; `stories_differ` with what the stories say otherwise.
    pub fn save_pack(&mut self, wish: &SavePack, shelf: &PackShelf, now: Now) -> Result<PackWritten, OfficeError> {
        let source = own_source(shelf, &wish.id)?;
        let pack = PolicyPack::parse(&wish.text, &ParamValues::new())
            .map_err(|problems| OfficeError::Pack { id: wish.id.clone(), problems })?;
        if pack.id != wish.id {
            let text = format!("制度编号不能在这里改成「{}」;要换编号请另外复制一份", pack.id);
            return Err(OfficeError::invalid("pack_id_changed", text));
        }
        let draft = Source::own(wish.text.clone(), source.stories.clone(), None);
        refuse_problems(&wish.id, &draft)?;
        let mut stories = source.stories.clone();
        let untold = draft.story_problems()?;
        if !untold.is_empty() && !wish.drop_stories {
            return Err(stories_differ(untold.into_iter().flat_map(|(_, lines)| lines).collect()));
        }
        stories.retain(|(file, _)| !untold.iter().any(|(told, _)| told == file));
        let copied_from = source.copied_from.clone();
        let file = PackFile { text: wish.text.clone(), stories };
        self.put_own(&wish.id, copied_from.as_deref(), file, "save_pack", now)?;
        Ok(written(&wish.id, format!("已保存「{}」", pack.title)))
    }

    /// Forgets a pack of the office's own that was never enabled.
    ///
    /// # Errors
    /// `not_own_pack`, `pack_in_use`.
    pub fn delete_pack(&mut self, id: &str, shelf: &PackShelf, now: Now) -> Result<Changed, OfficeError> {
        own_source(shelf, id)?;
        if self.policies.versions(id).next().is_some() {
            return Err(OfficeError::invalid("pack_in_use", "启用过的制度不能删除;可以停用"));
        }
        self.write("delete_pack", now, json!({ "pack": id }), |tx, _| Ok(tx.delete_own_pack(id)?))?;
        self.own.0.remove(id);
        Ok(Changed { changed: vec!["pack".to_owned()], line: format!("已删除 {id}") })
    }

    /// Takes in a pack from a file, with all reasons where it does not pass the check.
    ///
    /// # Errors
    /// `io`, `not_a_pack_file`, `pack_id_taken`, `pack_problems`, `stories_differ`.
    pub fn import_pack(&mut self, path: &Path, shelf: &PackShelf, now: Now) -> Result<PackWritten, OfficeError> {
        let io = |source| OfficeError::Io { path: path.to_owned(), operation: "读取制度包文件", source };
        if std::fs::metadata(path).map_err(io)?.len() > MOST_BYTES {
            return Err(OfficeError::invalid("not_a_pack_file", "文件太大,不是制度包"));
        }
        let bytes = std::fs::read(path).map_err(io)?;
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| OfficeError::invalid("not_a_pack_file", "这不是制度包文件(不是文字)"))?;
        let file = PackFile::read(&text)?;
        let source = Source::own(file.text.clone(), file.stories.clone(), None);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        refuse_problems(&name, &source)?;
        let pack = &source.read_as(&name)?.pack;
        refuse_id(&pack.id, shelf)?;
        let untold = source.story_problems()?;
        if !untold.is_empty() {
            return Err(stories_differ(untold.into_iter().flat_map(|(_, lines)| lines).collect()));
        }
        self.put_own(&pack.id, None, file, "import_pack", now)?;
        Ok(written(&pack.id, format!("已导入「{}」", pack.title)))
    }

    fn put_own(
        &mut self,
        id: &str,
        copied_from: Option<&str>,
        file: PackFile,
        operation: &str,
        now: Now,
    ) -> Result<(), OfficeError> {
        let row = OwnPackRow {
            id: id.to_owned(),
            copied_from: copied_from.map(str::to_owned),
            text: file.text,
            stories: file.stories,
            changed_ms: now.instant_ms,
        };
        let detail = json!({ "pack": id, "copied_from": copied_from });
        self.write(operation, now, detail, |tx, _| Ok(tx.put_own_pack(&row)?))?;
        self.own.0.insert(row.id, Arc::new(Source::own(row.text, row.stories, row.copied_from)));
        Ok(())
    }
}

/// A text as it is being written: everything that is wrong with it, and what the stories say otherwise.
///
/// # Errors
/// `not_found`.
pub(crate) fn check_pack(shelf: &PackShelf, id: &str, text: &str) -> Result<PackCheck, OfficeError> {
    let draft = Source::own(text.to_owned(), shelf.source(id)?.stories.clone(), None);
    let problems = draft.problems();
    let stories = if problems.is_empty() { draft.story_problems()? } else { Vec::new() };
    let faults = problems.into_iter().map(|p| PackFault {
        line: p.line,
        column: p.column,
        expected: p.expected,
        found: p.found,
    });
    Ok(PackCheck { problems: faults.collect(), stories: stories.into_iter().flat_map(|(_, lines)| lines).collect() })
}

/// The text of a pack.
///
/// # Errors
/// `not_found`.
pub(crate) fn pack_source(shelf: &PackShelf, id: &str) -> Result<PackSource, OfficeError> {
    let source = shelf.source(id)?;
    let stories = source.stories.iter().map(|(name, _)| name.clone()).collect();
    Ok(PackSource { id: id.to_owned(), text: source.text.clone(), own: source.own, stories })
}

/// Writes a pack with its stories as one file.
///
/// # Errors
/// `not_found`, `io`.
pub(crate) fn export_pack(shelf: &PackShelf, id: &str, path: &Path) -> Result<Exported, OfficeError> {
    let source = shelf.source(id)?;
    let file = PackFile { text: source.text.clone(), stories: source.stories.clone() };
    let io = |source| OfficeError::Io { path: path.to_owned(), operation: "写出制度包文件", source };
    std::fs::write(path, file.write()).map_err(io)?;
    Ok(Exported { path: path.display().to_string(), rows: 1 + file.stories.len() as u32 })
}

fn written(id: &str, line: String) -> PackWritten {
    PackWritten { id: id.to_owned(), changed: vec!["pack".to_owned()], line }
}

fn own_source<'s>(shelf: &'s PackShelf, id: &str) -> Result<&'s Source, OfficeError> {
    let source = shelf.source(id)?;
    let text = "随程序来的制度不能改;请复制一份,在副本上改";
    if source.own { Ok(source) } else { Err(OfficeError::invalid("not_own_pack", text)) }
}

fn refuse_id(id: &str, shelf: &PackShelf) -> Result<(), OfficeError> {
    if shelf.source(id).is_ok() {
        return Err(OfficeError::invalid("pack_id_taken", format!("已有编号为 {id} 的制度,请换一个编号")));
    }
    let odd = |c: char| c.is_whitespace() || c.is_control() || ['/', '\\', '"', '\'', '#'].contains(&c);
    if id.is_empty() || id.chars().count() > LONGEST_ID || id.contains(odd) {
        let text = format!("制度编号要有 1 到 {LONGEST_ID} 个字,不含空格和斜杠,如 002-12-本院");
        return Err(OfficeError::invalid("bad_pack_id", text));
    }
    Ok(())
}

fn refuse_problems(id: &str, source: &Source) -> Result<(), OfficeError> {
    let problems = source.problems();
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Pack { id: id.to_owned(), problems }) }
}

fn stories_differ(lines: Vec<String>) -> OfficeError {
    let text = format!("{} 处与随附的故事不符:{}", lines.len(), lines.join(";"));
    OfficeError::Invalid { code: "stories_differ", params: json!({ "stories": lines }), text }
}
