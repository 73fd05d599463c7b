//! Files that are not what they seem, and files that are large: a clear message, no crash, nothing half imported.

use huifang_intake::{
    Archive, Book, BookError, ImportError, ImportPlan, Progress, Request, Step, plan_import, read_book, read_bytes,
    read_bytes_watched,
};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::ops::ControlFlow;

fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn table(rows: &[&[&str]]) -> Vec<u8> {
    workbook(|book| {
        let sheet = book.add_worksheet();
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, *text)?;
            }
        }
        Ok(())
    })
}

fn plan(book: &Book) -> Result<ImportPlan, ImportError> {
    plan_import(book, &Request::default(), &Archive::default(), &mut |_| ControlFlow::Continue(()))
}

/// The code of the error, after checking that its sentence names the file and ends as a sentence.
fn refusal(file: &str, bytes: &[u8]) -> &'static str {
    let error = read_bytes(file, bytes).unwrap_err();
    let sentence = error.message_zh();
    assert!(sentence.contains(file) && sentence.ends_with('。'), "{sentence}");
    assert_eq!(error.to_string(), sentence);
    error.code()
}

/// A compound file (the container of old and of encrypted workbooks) with one stream.
fn compound(stream: &str, content: &[u8]) -> Vec<u8> {
    const FREE: u32 = 0xffff_ffff;
    const END: u32 = 0xffff_fffe;
    let sectors = content.len().div_ceil(512) as u32;
    let mut head = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    head.resize(24, 0);
    for word in [0x3e_u16, 3, 0xfffe, 9, 6] {
        head.extend(word.to_le_bytes());
    }
    head.resize(44, 0);
    for word in [1_u32, 1, 0, 4096, END, 0, END, 0, 0] {
        head.extend(word.to_le_bytes());
    }
    head.resize(512, 0xff);
    let mut allocation: Vec<u32> = vec![0xffff_fffd, END];
    allocation.extend((0..sectors).map(|n| if n + 1 == sectors { END } else { n + 3 }));
    allocation.resize(128, FREE);
    head.extend(allocation.iter().flat_map(|word| word.to_le_bytes()));
    let entry = |name: &str, sort: u8, child: u32, start: u32, size: usize| {
        let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = bytes.len() as u16 + 2;
        bytes.resize(64, 0);
        bytes.extend(length.to_le_bytes());
        bytes.extend([sort, 1]);
        for word in [FREE, FREE, child] {
            bytes.extend(word.to_le_bytes());
        }
        bytes.resize(116, 0);
        bytes.extend(start.to_le_bytes());
        bytes.extend((size as u64).to_le_bytes());
        bytes
    };
    head.extend(entry("Root Entry", 5, 1, END, 0));
    head.extend(entry(stream, 2, FREE, if sectors == 0 { END } else { 2 }, content.len()));
    head.resize(512 * 3, 0);
    head.extend(content);
    head.resize(512 * (3 + sectors as usize), 0);
    head
}

/// The stream of an old workbook with one sheet of texts.
fn old_sheet(rows: &[&[&str]]) -> Vec<u8> {
    let record = |kind: u16, body: &[u8]| [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
    let begin = |sort: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &sort.to_le_bytes(), &[0; 12]].concat());
    let end = record(0x000a, &[]);
    let tab = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 2, 0], b"S1"].concat());
    let start = begin(5).len() + tab(0).len() + end.len();
    let mut stream = [begin(5), tab(start as u32), end.clone(), begin(0x10)].concat();
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let letters: Vec<u16> = text.encode_utf16().collect();
            let mut body: Vec<u8> = [row as u16, column as u16, 0, letters.len() as u16]
                .iter()
                .flat_map(|word| word.to_le_bytes())
                .collect();
            body.push(1);
            body.extend(letters.iter().flat_map(|letter| letter.to_le_bytes()));
            stream.extend(record(0x0204, &body));
        }
    }
    stream.extend(end);
    stream.resize(stream.len().max(4096), 0);
    stream
}

#[test]
fn a_file_that_is_not_there_or_is_damaged_is_unreadable() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_book(&folder.path().join("没有.xlsx")).unwrap_err();
    assert_eq!(error.code(), "unreadable");
    assert!(error.message_zh().contains("没有.xlsx") && error.message_zh().contains("文件不存在"));

    let whole = table(&[&["姓名", "电话"], &["张三", "13800138000"]]);
    assert_eq!(refusal("坏.xlsx", &whole[..whole.len() / 2]), "unreadable");
}

#[test]
fn a_workbook_with_a_password_says_so_and_an_old_one_is_simply_read() {
    assert_eq!(refusal("加密.xlsx", &compound("EncryptedPackage", &[])), "password_protected");

    let old = compound("Workbook", &old_sheet(&[&["姓名", "联系电话"], &["张三", "13800138000"]]));
    let book = read_bytes("旧.xlsx", &old).unwrap();
    let plan = plan(&book).unwrap();
    assert_eq!((plan.kind.code(), plan.created), ("clients", 1));

    assert_eq!(refusal("文档.xlsx", &compound("WordDocument", &[0; 4096])), "not_a_workbook");
}

#[test]
fn what_is_no_workbook_is_named_by_what_it_looks_like() {
    assert_eq!(refusal("改名.xlsx", "姓名,电话\n张三,13800138000\n".as_bytes()), "not_a_workbook");
    assert_eq!(refusal("导出.xls", b"<html><table><tr><td>1</td></tr></table></html>"), "not_a_workbook");
    assert_eq!(refusal("图片.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "not_a_workbook");
    let says = |file: &str, bytes: &[u8]| read_bytes(file, bytes).unwrap_err().message_zh();
    assert!(says("改名.xlsx", b"text").contains("文本文件") && says("导出.xls", b"<html>").contains("网页"));
}

#[test]
fn prose_under_the_name_of_a_list_has_no_titles_and_the_message_quotes_what_was_seen() {
    let book = read_bytes("信.csv", "今天天气很好\n我们去回访\n".as_bytes()).unwrap();
    let error = plan(&book).unwrap_err();
    assert_eq!(error.code(), "no_header");
    assert!(error.message_zh().contains("信.csv") && error.message_zh().contains("今天天气很好"));
}

#[test]
fn empty_files_empty_sheets_and_lists_without_rows_are_told_apart() {
    assert_eq!(refusal("空.csv", b""), "empty");
    assert_eq!(refusal("空白.csv", b" ,,\n\n"), "empty");
    assert_eq!(refusal("空表.xlsx", &workbook(|book| book.add_worksheet().set_name("空").map(|_| ()))), "empty");
    let titles = read_bytes("表头.xlsx", &table(&[&["患者名单"], &["姓名", "电话"]])).unwrap();
    assert_eq!(plan(&titles).unwrap_err().code(), "no_rows");
}

#[test]
fn hidden_sheets_are_not_read_and_are_named() {
    let bytes = workbook(|book| {
        book.add_worksheet().set_name("现在")?.write_string(0, 0, "姓名")?;
        book.add_worksheet().set_name("旧的")?.set_hidden(true).write_string(0, 0, "姓名")?;
        Ok(())
    });
    let book = read_bytes("名单.xlsx", &bytes).unwrap();
    assert_eq!((book.sheets.len(), book.hidden.as_slice()), (1, &["旧的".to_owned()][..]));
}

#[test]
fn two_hundred_columns_go_in_and_the_unknown_ones_keep_their_titles() {
    let titles: Vec<_> = (0..198).map(|n| format!("自定义{n}")).collect();
    let mut first = vec!["姓名", "电话"];
    first.extend(titles.iter().map(String::as_str));
    let mut second = vec!["张三", "13800138000"];
    second.extend(std::iter::repeat_n("值", 198));
    let plan = plan(&read_bytes("宽.xlsx", &table(&[&first, &second])).unwrap()).unwrap();
    assert_eq!((plan.created, plan.warnings.len()), (1, 0));
    assert_eq!(plan.sheets[0].unknown_titles().count(), 198);
    let huifang_intake::Entity::Client(client) = &plan.changes[0].after else { panic!("a client") };
    assert_eq!(client.fields["自定义197"].text(), "值");
}

#[test]
fn a_vertically_merged_cell_holds_for_each_of_its_rows_and_makes_no_row_of_a_blank_one() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        let format = Format::new();
        sheet.merge_range(0, 0, 0, 2, "出院病人登记", &format)?;
        for (column, title) in ["科室", "住院号", "姓名"].iter().enumerate() {
            sheet.write_string(1, column as u16, *title)?;
        }
        sheet.merge_range(2, 0, 5, 0, "骨科", &format)?;
        for row in [2, 3, 5] {
            sheet.write_string(row, 1, format!("Z{row}"))?.write_string(row, 2, format!("病人{row}"))?;
        }
        Ok(())
    });
    let plan = plan(&read_bytes("出院.xlsx", &bytes).unwrap()).unwrap();
    let departments: Vec<_> = plan
        .changes
        .iter()
        .filter_map(|change| match &change.after {
            huifang_intake::Entity::Matter(stay) => Some((change.row, stay.department.clone().unwrap_or_default())),
            _ => None,
        })
        .collect();
    assert_eq!(departments, [3, 4, 6].map(|row| (row, "骨科".to_owned())));
}

#[test]
fn the_sheets_of_one_book_may_be_different_lists_in_any_order() {
    let bytes = workbook(|book| {
        let sheets: [(&str, &[&[&str]]); 4] = [
            (
                "投诉",
                &[
                    &["编号", "投诉日期", "房号", "投诉人", "投诉内容"],
                    &["T1", "2026-09-01", "9-1-1501", "张三", "噪音"],
                ],
            ),
            ("填表说明", &[&["请按格式填写"]]),
            ("业主", &[&["房号", "业主姓名", "联系电话"], &["9栋1单元1501", "张三", "13800138000"]]),
            ("员工", &[&["姓名", "岗位", "部门"], &["李志", "维修工", "工程部"]]),
        ];
        for (name, rows) in sheets {
            let sheet = book.add_worksheet().set_name(name)?;
            for (row, cells) in rows.iter().enumerate() {
                for (column, text) in cells.iter().enumerate() {
                    sheet.write_string(row as u32, column as u16, *text)?;
                }
            }
        }
        Ok(())
    });
    let plan = plan(&read_bytes("资料.xlsx", &bytes).unwrap()).unwrap();
    assert_eq!((plan.rows, plan.created, plan.rejected.len()), (3, 3, 0));
    let passed_over: Vec<_> =
        plan.sheets.iter().filter(|sheet| sheet.header.is_none()).map(|sheet| &sheet.sheet).collect();
    assert_eq!(passed_over, ["填表说明"]);
}

#[test]
fn a_stray_cell_far_to_the_right_is_named_instead_of_filling_the_memory() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "姓名")?.write_string(1_048_575, 16_383, "x")?;
        Ok(())
    });
    let error = read_bytes("远.xlsx", &bytes).unwrap_err();
    assert_eq!(error.code(), "too_wide");
    assert!(error.message_zh().contains("1048576") && error.message_zh().contains("16384"));
    let far_down = workbook(|book| book.add_worksheet().write_string(1_048_575, 0, "x").map(|_| ()));
    assert_eq!(read_bytes("深.xlsx", &far_down).unwrap().sheets[0].rows.len(), 1);
}

/// A list of many clients, written row by row.
fn large(rows: u32) -> Vec<u8> {
    workbook(|book| {
        let sheet = book.add_worksheet_with_constant_memory()?;
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (column, title) in ["病历号", "姓名", "联系电话", "首诊日期"].iter().enumerate() {
            sheet.write_string(0, column as u16, *title)?;
        }
        for row in 1..=rows {
            sheet.write_string(row, 0, format!("KQ{row:06}"))?;
            sheet.write_string(row, 1, "张三")?;
            sheet.write_number(row, 2, 13_800_000_000.0 + f64::from(row))?;
            sheet.write_number_with_format(row, 3, f64::from(44_000 + row % 2000), &day)?;
        }
        Ok(())
    })
}

#[test]
fn a_hundred_thousand_rows_report_progress_and_can_be_cancelled_at_both_steps() {
    let bytes = large(100_000);
    let mut reading = 0;
    let cancelled = read_bytes_watched("大.xlsx", &bytes, &mut |progress: Progress| {
        assert_eq!((progress.step, progress.total), (Step::Reading, 0));
        reading = progress.done;
        if progress.done >= 2000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((cancelled, reading), (Err(BookError::Cancelled), 2000));

    let book = read_bytes("大.xlsx", &bytes).unwrap();
    let archive = Archive::default();
    let mut seen = Vec::new();
    let cancelled = plan_import(&book, &Request::default(), &archive, &mut |progress| {
        seen.push(progress);
        if progress.done >= 1000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(cancelled, Err(ImportError::Cancelled));
    assert!(seen.iter().all(|progress| progress.step == Step::Comparing && progress.total == 100_000));
    assert_eq!(archive.clients().count(), 0);

    let plan = plan(&book).unwrap();
    assert_eq!((plan.rows, plan.created, plan.warnings.len()), (100_000, 100_000, 0));
}
