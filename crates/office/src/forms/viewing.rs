//! Files for other programs to show: copies in a folder of the system's for what is temporary, emptied when an office is
//! opened, so that what a client signed does not stay there.

use crate::OfficeError;
use crate::office::Office;
use crate::saving::save;
use crate::wire::{AttachmentRef, FilePath, ViewFile};
use huifang_core::calendar::Now;
use std::path::{Path, PathBuf};

/// Longer names are cut: some systems take no more than 255 bytes.
const LONGEST_NAME: usize = 60;

impl Office {
    /// A copy of an attachment under its own name, to be opened with the program that the system has for it.
    ///
    /// # Errors
    /// `not_found`; `io`; `wrong_key_or_corrupt`.
    pub fn open_attachment(&self, wish: &AttachmentRef, now: Now) -> Result<FilePath, OfficeError> {
        let file = self.attachment(&wish.id)?;
        let path = view_path(&file.name, now)?;
        save(&self.store.file(&file.hash)?, &path)?;
        Ok(FilePath { path: path.display().to_string() })
    }
}

/// A path at which a file of that name may be written for another program to show.
///
/// # Errors
/// `io`.
pub(crate) fn view_file(wish: &ViewFile, now: Now) -> Result<FilePath, OfficeError> {
    Ok(FilePath { path: view_path(&wish.name, now)?.display().to_string() })
}

/// Takes away what was copied for other programs before. What one of them still holds open stays until the next time.
pub(crate) fn forget_views() {
    if let Err(error) = std::fs::remove_dir_all(folder())
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "copies made for viewing stay");
    }
}

fn folder() -> PathBuf {
    std::env::temp_dir().join("huifang-view")
}

fn view_path(name: &str, now: Now) -> Result<PathBuf, OfficeError> {
    // A folder of its own, so that the file can bear its name and a viewer that holds an older one is not in the way.
    let path = folder().join(format!("{:x}", now.instant_ms));
    make(&path).map_err(|source| OfficeError::Io { path: path.clone(), operation: "建立文件夹", source })?;
    Ok(path.join(plain(name)))
}

#[cfg(unix)]
fn make(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    // Other people of the same computer have no business there.
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make(path: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(path)
}

/// The name without what no system takes in a name.
pub(crate) fn plain(name: &str) -> String {
    let strange = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let clean: String = name.chars().map(|c| if strange(c) { '_' } else { c }).collect();
    let clean = clean.trim().trim_matches('.');
    let (stem, ending) = clean.rsplit_once('.').map_or((clean, String::new()), |(s, e)| (s, format!(".{e}")));
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    if stem.is_empty() { format!("附件{ending}") } else { stem + &ending }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_leads_to_no_other_folder_and_keeps_its_ending() {
        assert_eq!(plain("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(plain("现场:一\\二?.jpg"), "现场_一_二_.jpg");
        assert_eq!(plain(".pdf"), "pdf");
        assert_eq!(plain(&format!("{}.pdf", "长".repeat(200))), format!("{}.pdf", "长".repeat(60)));
        assert_eq!(plain("  "), "附件");
    }
}
