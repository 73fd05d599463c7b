//! Dice, and names as common as in life.

/// Numbers that look like chance and are the same on every machine (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Whether one of so many falls.
    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of them; the first return more often than the last, as surnames do.
    fn common<T: Copy>(&mut self, from: &[T]) -> T {
        let roll = self.below(1 << 20) as f64 / f64::from(1 << 20);
        from[((roll * roll) * from.len() as f64) as usize]
    }
}

const SURNAMES: &str = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常翟单仇查解区盖";
const COMPOUND: [&str; 6] = ["欧阳", "尉迟", "万俟", "司徒", "上官", "诸葛"];
const GIVEN: &str = "伟芳娜敏静秀英丽强磊洋艳勇军杰娟涛超明霞平刚桂兰玉萍红建国华文斌波辉鑫宇浩凯健俊帆雪倩婷欣佳慧琳璐子涵梓萱雨桐一诺思远淑贞志晓";
const COMPANIES: [&str; 4] = ["物业管理有限公司", "商贸有限公司", "科技股份有限公司", "餐饮店"];

/// Makes names.
pub struct Names {
    surnames: Vec<char>,
    given: Vec<char>,
}

impl Names {
    /// The names of the benchmark.
    pub fn new() -> Self {
        Self { surnames: SURNAMES.chars().collect(), given: GIVEN.chars().collect() }
    }

    /// A name: mostly of three characters, some of two, a few with a compound surname, a few of companies.
    pub fn name(&self, dice: &mut Dice) -> String {
        let given = |dice: &mut Dice| dice.common(&self.given);
        if dice.one_in(60) {
            let company = COMPANIES[dice.below(4) as usize];
            return format!("{}{}{company}", given(dice), given(dice));
        }
        let surname = if dice.one_in(150) {
            COMPOUND[dice.below(6) as usize].to_owned()
        } else {
            dice.common(&self.surnames).to_string()
        };
        let second = if dice.one_in(5) { String::new() } else { given(dice).to_string() };
        format!("{surname}{}{second}", given(dice))
    }
}
