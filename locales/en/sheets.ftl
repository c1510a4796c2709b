# What is wrong with a file that was sent, and what to do about it.
sheets-too-large = The file is too large for a list. Keep one sheet without pictures and send it again.
sheets-empty = The file has no filled rows. Please check that it is the right one.
sheets-not-a-sheet = This is not a table. I read XLSX and CSV files: please save the list as one of them and send it again.
sheets-other-document = This is a document of another kind. Open the list in your spreadsheet, choose “Save as” → “Excel workbook (XLSX)” and send the new file.
sheets-locked = The file is protected by a password or saved in the old XLS format. Remove the password, save the list as XLSX and send it again.
sheets-macros = The file has macros, so I do not open it. Save the list as “Excel workbook (XLSX)” without macros and send it again.
sheets-bomb = The file unpacks to many times the size of a list, so I do not open it. Copy the rows into a new sheet and send that.
sheets-odd = The file is built in an unusual way, so I do not open it. Open the list in your spreadsheet, save it again as XLSX and send it again.
sheets-too-wide = The file has too many rows, or something is far beyond the edge of the list. Copy only the list itself (up to 50,000 rows) into a new sheet and send that.
sheets-broken = The file is damaged and cannot be read. Open the list in your spreadsheet, save it again and send it again.
