//! Where an office may lie: an empty folder that can be written to and has room.

use crate::OfficeError;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// An office begins with so many bytes at most; a disk that has not even these is full.
const ROOM: usize = 4 << 20;

/// What systems put into folders by themselves.
const NOISE: [&str; 3] = ["desktop.ini", "thumbs.db", "$recycle.bin"];

/// Whether a new office may be made there. What is tried is taken away again.
///
/// # Errors
/// `folder_unset`, `folder_not_absolute`, `office_exists`, `folder_is_file`, `folder_not_empty`, `folder_not_writable`,
/// `folder_full`.
pub(crate) fn refuse_bad_folder(dir: &Path) -> Result<(), OfficeError> {
    if dir.as_os_str().is_empty() {
        return Err(OfficeError::invalid("folder_unset", "请选择办公室放在哪个文件夹"));
    }
    let shown = dir.display();
    if !dir.is_absolute() {
        let text = format!("「{shown}」不是完整的路径。请用「选择…」挑一个文件夹。");
        return Err(OfficeError::invalid("folder_not_absolute", text));
    }
    if dir.join("office.db").exists() {
        let text = format!("{shown} 里已经有一个办公室。请换一个空文件夹,或打开那一个。");
        return Err(OfficeError::invalid("office_exists", text));
    }
    if dir.is_file() {
        let text = format!("{shown} 是一个文件,不是文件夹。请换一个文件夹。");
        return Err(OfficeError::invalid("folder_is_file", text));
    }
    if dir.is_dir() && contents(dir).map_err(|error| refused(dir, &error))?.next().is_some() {
        let text = format!("{shown} 里已经放着别的东西。请选一个空文件夹,或在路径后面加上一个新名字。");
        return Err(OfficeError::invalid("folder_not_empty", text));
    }
    let ground = dir.ancestors().find(|folder| folder.exists()).unwrap_or(dir);
    try_to_write(ground).map_err(|error| refused(ground, &error))
}

/// Takes away what a failed attempt left behind; what was there before stays.
pub(super) fn clear_away(dir: &Path, existed: bool) {
    let left: Vec<PathBuf> = contents(dir).map(Iterator::collect).unwrap_or_default();
    for path in left {
        // The first failure is the one to be told; what cannot be taken away either is left lying.
        let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
    if !existed {
        let _ = fs::remove_dir(dir);
    }
}

/// A free folder for an office of that name.
pub(super) fn propose(offices: &Path, name: &str) -> PathBuf {
    let name = folder_name(name);
    let numbered = (2..1000).map(|n| offices.join(format!("{name} {n}")));
    let mut all = std::iter::once(offices.join(&name)).chain(numbered);
    let is_free = |dir: &PathBuf| !dir.is_file() && contents(dir).map_or(true, |mut files| files.next().is_none());
    all.find(is_free).unwrap_or_else(|| offices.join(&name))
}

/// Where the offices of this person lie, if nothing else was said.
pub(super) fn usual_place() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    let documents = ["Documents", "文档"].map(|name| home.join(name)).into_iter().find(|dir| dir.is_dir());
    documents.unwrap_or(home).join("回访台")
}

/// The name without what no system allows in a folder's name.
fn folder_name(name: &str) -> String {
    let kept: String = name.trim().chars().filter(|c| !c.is_control() && !r#"<>:"/\|?*"#.contains(*c)).collect();
    let kept = kept.trim_end_matches(['.', ' ']);
    if kept.is_empty() { "办公室".to_owned() } else { kept.chars().take(60).collect() }
}

fn contents(dir: &Path) -> io::Result<impl Iterator<Item = PathBuf>> {
    let is_noise = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        name.starts_with('.') || NOISE.contains(&name.as_str())
    };
    Ok(fs::read_dir(dir)?.filter_map(Result::ok).map(|entry| entry.path()).filter(move |path| !is_noise(path)))
}

fn try_to_write(folder: &Path) -> io::Result<()> {
    let probe = folder.join(".huifang-probe");
    let written = File::create(&probe).and_then(|mut file| {
        file.write_all(&vec![0; ROOM])?;
        file.sync_all()
    });
    // Where it could not be made there is nothing to remove.
    let _ = fs::remove_file(&probe);
    written
}

/// What the system said of the folder, as a refusal with its remedy.
fn refused(folder: &Path, error: &io::Error) -> OfficeError {
    use io::ErrorKind;
    let shown = folder.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            let text = format!("{shown} 所在的盘已经满了。请腾出一些地方,或换一个盘。");
            OfficeError::invalid("folder_full", text)
        }
        _ => {
            let text = format!(
                "不能在 {shown} 里写文件({error})。请换一个自己的文件夹,例如「文档」里的;U 盘请看有没有写保护。"
            );
            OfficeError::invalid("folder_not_writable", text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_called_full_and_a_locked_one_locked() {
        let of = |kind: io::ErrorKind| refused(Path::new("/u"), &kind.into());
        assert_eq!(of(io::ErrorKind::StorageFull).code(), "folder_full");
        assert_eq!(of(io::ErrorKind::QuotaExceeded).code(), "folder_full");
        assert_eq!(of(io::ErrorKind::ReadOnlyFilesystem).code(), "folder_not_writable");
        assert_eq!(of(io::ErrorKind::PermissionDenied).code(), "folder_not_writable");
    }

    #[test]
    fn a_name_becomes_a_folder_that_every_system_allows() {
        for (name, folder) in [
            ("安居物业", "安居物业"),
            ("a/b\\c:d*e?", "abcde"),
            ("  末尾有点。. ", "末尾有点。"),
            ("...", "办公室"),
            ("", "办公室"),
        ] {
            assert_eq!(folder_name(name), folder, "{name}");
        }
    }
}
