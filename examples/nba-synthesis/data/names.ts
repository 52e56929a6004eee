/** Material for invented players. Family names are put together from parts, so that no list of real people stands behind them. */

/** Given names. */
export const FIRST_NAMES: readonly string[] = (
  'Abel Ambrose Ansel Arlo Asher Barnaby Bastian Benno Caius Caspian Cedric Cormac Dario Darius Dashiell Deacon Desmond Dorian Edgar Elias ' +
  'Emeric Ephraim Ezra Fabian Felix Fletcher Florian Gideon Graham Gustav Hale Hector Hollis Hugo Ignatius Ismael Ivo Jarvis Jerome Jonas ' +
  'Julian Kellan Kester Lambert Lazlo Leander Lionel Lorenzo Lucian Magnus Malachi Marius Maxim Milo Nestor Niall Octavian Orlando Orson ' +
  'Osric Percival Phineas Quentin Quincy Rafferty Remy Rowan Rufus Salvador Silas Simeon Soren Tancred Tarquin Thaddeus Tobias Ulric ' +
  'Valentin Vaughn Virgil Wendell Wilfred Xavier Yannick Zebulon Zephyr'
).split(' ');

const BEGINNINGS =
  'Alder Ash Barrow Bel Birch Bracken Bram Cald Cinder Clay Corn Crag Dun Elder Ember Fair Fal Fen Frost Glen Gold Grim Hal Hart Haw Hazel ' +
  'Heath Hol Iron Kest Kings Lang Lark Loch Mar Mere Mill Moss North Oak Pem Quill Raven Red Rook Row Sable Sel Shel Silver Stan Stone ' +
  'Storm Sun Thorn Til Trel Under Vel Wake Wes Whit Wild Win Wolf Wren Yar';
const ENDINGS =
  'bourne by combe croft dale dene fell gate grove hollow hurst lock low mere more rick ridge shaw stead thorpe wick worth';

/** Family names. */
export const LAST_NAMES: readonly string[] = BEGINNINGS.split(' ').flatMap((beginning) =>
  ENDINGS.split(' ')
    .filter((ending) => !beginning.toLowerCase().endsWith(ending.slice(0, 1)))
    .map((ending) => beginning + ending),
);
