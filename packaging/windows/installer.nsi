; The installer for Windows: for one user, without administrator rights, without file associations.
; makensis -DVERSION=0.1.0 -DPROGRAM=folder -DGOAL=file.exe installer.nsi
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
!include "MUI2.nsh"

Name "Mirror"
OutFile "${GOAL}"
InstallDir "$LOCALAPPDATA\Programs\Mirror"
BrandingText " "
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Mirror"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Mirror"
VIAddVersionKey /LANG=1033 "FileDescription" "Mirror"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString SHORTCUT ${LANG_ENGLISH} "Mirror"
LangString SHORTCUT ${LANG_KOREAN} "거울"

Function .onInit
  System::Call 'kernel32::GetUserDefaultUILanguage() i.r0'
  IntOp $0 $0 & 0x3ff
  ${If} $0 == 0x12
    StrCpy $LANGUAGE ${LANG_KOREAN}
  ${EndIf}
FunctionEnd

Section
  ; An older version goes first, so that no file of it stays.
  RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(SHORTCUT).lnk" "$INSTDIR\geoul.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Mirror"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Settings and converted networks go, too; a case lies where its owner saved it, and stays.
  RMDir /r "$LOCALAPPDATA\geoul"
  Delete "$SMPROGRAMS\Mirror.lnk"
  Delete "$SMPROGRAMS\거울.lnk"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
