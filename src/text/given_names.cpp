#include "text/given_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/normalize.h"

namespace triplewright::text {

namespace {

// Given names that leave little doubt; sorted for binary search.
constexpr std::string_view kFeminine[] = {
    "abigail",   "adriana",   "agnes",     "aisha",    "alessandra", "alexandra", "alice",    "alicia",    "alison",
    "amanda",    "amber",     "amelia",    "amina",    "amy",        "ana",       "andrea",   "angela",    "angelina",
    "anita",     "ann",       "anna",      "anne",     "annette",    "annie",     "barbara",  "beatrice",  "becky",
    "bella",     "beth",      "betty",     "beverly",  "bonnie",     "brenda",    "bridget",  "camilla",   "carla",
    "carly",     "carol",     "caroline",  "carolyn",  "carrie",     "catherine", "cecilia",  "celia",     "charlotte",
    "cheryl",    "christina", "christine", "cindy",    "claire",     "clara",     "claudia",  "cynthia",   "daisy",
    "danielle",  "deborah",   "debra",     "denise",   "diana",      "diane",     "dolores",  "donna",     "dora",
    "doris",     "dorothy",   "edith",     "eileen",   "elaine",     "eleanor",   "elena",    "elisabeth", "eliza",
    "elizabeth", "ella",      "ellen",     "elsa",     "emily",      "emma",      "erica",    "erin",      "esther",
    "ethel",     "eva",       "eve",       "evelyn",   "fatima",     "felicity",  "fiona",    "florence",  "frances",
    "gabriela",  "gail",      "georgina",  "gina",     "gloria",     "grace",     "greta",    "gwen",      "hannah",
    "harriet",   "heather",   "heidi",     "helen",    "helena",     "hillary",   "ida",      "ingrid",    "irene",
    "iris",      "isabel",    "isabella",  "jackie",   "jacqueline", "jane",      "janet",    "janice",    "jean",
    "jenna",     "jennifer",  "jenny",     "jessica",  "jill",       "joan",      "joanna",   "joanne",    "josephine",
    "joyce",     "judith",    "judy",      "julia",    "julie",      "juliet",    "karen",    "karin",     "kate",
    "katherine", "kathleen",  "kathryn",   "kathy",    "katie",      "kayla",     "kelly",    "kirsten",   "kristen",
    "lara",      "laura",     "lauren",    "leah",     "lena",       "leslie",    "lillian",  "lily",      "linda",
    "lisa",      "lois",      "louise",    "lucia",    "lucy",       "lydia",     "lynn",     "madeleine", "maggie",
    "margaret",  "maria",     "marie",     "marilyn",  "marina",     "marion",    "marjorie", "marta",     "martha",
    "mary",      "matilda",   "maya",      "megan",    "melanie",    "melissa",   "mia",      "michelle",  "mildred",
    "miranda",   "miriam",    "molly",     "monica",   "nadia",      "nancy",     "naomi",    "natalie",   "natasha",
    "nicole",    "nina",      "nora",      "norma",    "olga",       "olivia",    "pamela",   "patricia",  "paula",
    "pauline",   "penny",     "phoebe",    "phyllis",  "priscilla",  "rachel",    "rebecca",  "renee",     "rita",
    "roberta",   "rosa",      "rose",      "rosemary", "ruth",       "sabrina",   "sally",    "samantha",  "sandra",
    "sara",      "sarah",     "selena",    "sharon",   "sheila",     "shirley",   "silvia",   "simone",    "sofia",
    "sonia",     "sophia",    "sophie",    "stella",   "stephanie",  "sue",       "susan",    "suzanne",   "sylvia",
    "tamara",    "tania",     "tara",      "teresa",   "theresa",    "tina",      "tracy",    "ursula",    "valentina",
    "valerie",   "vanessa",   "vera",      "veronica", "victoria",   "viola",     "violet",   "virginia",  "vivian",
    "wendy",     "yolanda",   "yvonne",    "zoe"};
constexpr std::string_view kMasculine[] = {
    "aaron",     "abdul",     "abraham",     "adam",      "adrian",    "ahmed",    "alan",     "albert",    "alejandro",
    "alexander", "alfred",    "ali",         "allan",     "allen",     "alvin",    "andre",    "andrew",    "anthony",
    "antonio",   "arnold",    "arthur",      "barack",    "barry",     "ben",      "benjamin", "bernard",   "bill",
    "bob",       "boris",     "brad",        "bradley",   "brandon",   "brendan",  "brian",    "bruce",     "bruno",
    "bryan",     "byron",     "calvin",      "carl",      "carlos",    "cedric",   "charles",  "charlie",   "chester",
    "chris",     "christian", "christopher", "chuck",     "claude",    "clayton",  "clifford", "clint",     "colin",
    "conor",     "craig",     "curtis",      "cyril",     "dan",       "daniel",   "darren",   "dave",      "david",
    "dean",      "dennis",    "derek",       "dick",      "diego",     "dominic",  "don",      "donald",    "doug",
    "douglas",   "duncan",    "dwight",      "earl",      "ed",        "eddie",    "edgar",    "edmund",    "eduardo",
    "edward",    "edwin",     "elijah",      "elliott",   "elon",      "eric",     "ernest",   "eugene",    "evan",
    "felix",     "fernando",  "francesco",   "francis",   "frank",     "franklin", "fred",     "frederick", "gabriel",
    "gary",      "gavin",     "geoffrey",    "george",    "gerald",    "gerard",   "gilbert",  "giovanni",  "glenn",
    "gordon",    "graham",    "greg",        "gregory",   "guillermo", "gustav",   "guy",      "hans",      "harold",
    "harry",     "harvey",    "hassan",      "hector",    "henri",     "henry",    "herbert",  "herman",    "howard",
    "hugh",      "hugo",      "ian",         "ibrahim",   "igor",      "isaac",    "ivan",     "jack",      "jacob",
    "jacques",   "jaime",     "jake",        "james",     "jason",     "javier",   "jay",      "jeff",      "jeffrey",
    "jeremy",    "jerome",    "jerry",       "jesse",     "jesus",     "jim",      "jimmy",    "joe",       "joel",
    "john",      "johnny",    "jon",         "jonathan",  "jorge",     "jose",     "joseph",   "josh",      "joshua",
    "juan",      "julian",    "julio",       "karl",      "keith",     "ken",      "kenneth",  "kevin",     "kurt",
    "kyle",      "lance",     "larry",       "lars",      "lawrence",  "leo",      "leon",     "leonard",   "leonardo",
    "lewis",     "lloyd",     "louis",       "lucas",     "luigi",     "luis",     "luke",     "malcolm",   "manuel",
    "marc",      "marco",     "marcus",      "mario",     "mark",      "marshall", "martin",   "marvin",    "matt",
    "matteo",    "matthew",   "maurice",     "max",       "michael",   "miguel",   "mike",     "mikhail",   "mohammad",
    "mohammed",  "muhammad",  "nathan",      "nathaniel", "neil",      "nicholas", "nick",     "nicolas",   "nigel",
    "noah",      "norman",    "oliver",      "omar",      "oscar",     "otto",     "owen",     "pablo",     "patrick",
    "paul",      "pedro",     "percy",       "pete",      "peter",     "phil",     "philip",   "phillip",   "pierre",
    "rafael",    "ralph",     "ramon",       "randy",     "raul",      "ray",      "raymond",  "rene",      "ricardo",
    "richard",   "rick",      "robert",      "roberto",   "rodney",    "roger",    "roland",   "ron",       "ronald",
    "ross",      "roy",       "rupert",      "russell",   "ryan",      "sam",      "samuel",   "scott",     "sean",
    "sebastian", "sergei",    "sergio",      "seth",      "shane",     "shaun",    "simon",    "stanley",   "stephen",
    "steve",     "steven",    "stewart",     "stuart",    "sundar",    "ted",      "terrence", "terry",     "theodore",
    "thomas",    "tim",       "timothy",     "toby",      "todd",      "tom",      "tommy",    "tony",      "travis",
    "trevor",    "tyler",     "victor",      "vincent",   "vladimir",  "walter",   "warren",   "wayne",     "wilhelm",
    "will",      "william",   "xavier"};

}  // namespace

Gender gender_of_given_name(std::string_view name) {
  const std::string word = lower(name);
  if (std::binary_search(std::begin(kMasculine), std::end(kMasculine), word)) return Gender::Masculine;
  if (std::binary_search(std::begin(kFeminine), std::end(kFeminine), word)) return Gender::Feminine;
  return Gender::Unknown;
}

}  // namespace triplewright::text
